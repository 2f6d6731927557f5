import { InsertedTextRun, TextRun } from 'docx';
import { expect } from 'chai';
import { CaseFiles } from '../../src/casework/case-file.js';
import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { roles } from '../../src/domain/office/role.js';
import { localDate } from '../../src/domain/time/local-date.js';
import type { Block, LetterDocument } from '../../src/infrastructure/printing/blocks.js';
import { letterWord } from '../../src/infrastructure/printing/letter-word.js';
import { setClock } from '../../src/infrastructure/today.js';
import { LetterReading } from '../../src/letters/letter-reading.js';
import { DraftNote } from '../../src/records/paper/draft-note.js';
import { LetterRecord } from '../../src/records/paper/letter.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { paths } from '../../src/web/paths.js';
import { received, registered } from '../support/cases.js';
import { failureOf } from '../support/failure.js';
import { wordWith } from '../support/leaking-files.js';
import { openProgram, type Program } from '../support/program.js';
import type { Arrived, Visitor } from '../support/visitor.js';

const day = localDate('2026-03-26');
const drafted = (reasons: string): Act => ({
  type: 'reply.drafted',
  on: day,
  outcome: 'deliberative',
  reasons,
});
const first = '该信息为内部讨论稿，公开将影响后续决策的坦率讨论。';
const second = '该信息为尚未定稿的内部讨论稿，公开将影响后续决策的坦率讨论。';

describe('the review of a draft', () => {
  let program: Program;
  let handler: Visitor;
  let id: string;

  beforeEach(async () => {
    let seconds = 0;
    setClock(() => new Date(Date.parse('2026-03-27T03:00:00Z') + 1000 * (seconds += 1)));
    program = await openProgram();
    const told = { phone: '010-1', address: '某某路1号' };
    await program.dataSource.manager.update(OfficeRecord, { id: program.district.id }, told);
    const opening = {
      officeId: program.district.id,
      applicantKind: 'naturalPerson' as const,
      applicantName: '张三丰',
      content: '某路讨论稿',
    };
    const all: [Act, ...Act[]] = [received('2026-03-02'), registered('2026-03-02'), drafted(first)];
    id = (await new Door(program.dataSource).open(opening, all, by())).application.id;
    handler = await program.signedIn(['handler']);
  });

  afterEach(async () => {
    setClock();
    await program.close();
  });

  const by = () => ({
    actor: { kind: 'person' as const, name: '王经办', roles },
    officeIds: [program.district.id],
  });
  const act = (next: Act) => new Door(program.dataSource).perform(id, next, by());
  const review = () => paths.replyReview(id);

  it('shows what each version changed in the one before, sign by sign', async () => {
    expect((await handler.get(review())).text)
      .to.include('最初的一稿')
      .and.not.include('<ins>');
    await act(drafted(second));
    const { text } = await handler.get(review());
    expect(text)
      .to.include('第 2 稿')
      .and.match(/该信息为<ins>.*?尚未定稿的<\/ins>内部讨论稿/);
  });

  it('keeps comments, tied to the version they were made on, beside the decisions', async () => {
    const legal = await program.signedIn(['legal'], { loginName: 'fazhi' });
    const empty = await legal.submit(review(), paths.replyComments(id), { text: ' ' });
    expect(empty.status).to.equal(422);
    await legal.submit(review(), paths.replyComments(id), { text: '请写明讨论稿的名称。' });
    await act({ type: 'reply.reviewed', on: day, passed: 'no', comment: '补充理由' });
    await act(drafted(second));
    await legal.submit(review(), paths.replyComments(id), { text: '可以了。' });
    const { text } = await handler.get(review());
    const rows = [
      ...text.matchAll(
        /<th scope="row"[^>]*><div>([^<]*)<\/div>.*?<div>(第 \d 稿)<\/div>.*?<div>([^<]*)<\/div>/gs,
      ),
    ];
    expect(rows.map(([, said, about, who]) => [said, about, who])).to.deep.equal([
      ['请写明讨论稿的名称。', '第 1 稿', 'fazhi'],
      ['审核退回修改：补充理由', '第 1 稿', '王经办'],
      ['可以了。', '第 2 稿', 'fazhi'],
    ]);
    const clerk = await program.signedIn(['clerk']);
    expect((await clerk.get(review())).text)
      .to.include('可以了。')
      .and.not.include('记下意见</button>');
    const [note] = await program.dataSource.manager.find(DraftNote);
    const change = program.dataSource.manager.update(DraftNote, { id: note?.id }, { text: '别的' });
    expect(String(await failureOf(change))).to.match(/only ever added/);
  });

  it('is closed to another office', async () => {
    const stranger = await program.signedIn(['handler', 'legal'], { officeCode: 'CS-SFJ' });
    expect((await stranger.get(review())).status).to.equal(404);
  });

  describe('with a finished text from Word', () => {
    async function draft(): Promise<LetterDocument> {
      const reading = new LetterReading(program.dataSource, new CaseFiles(program.dataSource));
      const { letter } = await reading.openComingReply(id, [program.district.id]);
      return letter!.document!;
    }
    const finishedIn = async (change: (blocks: Block[]) => Block[]): Promise<Arrived> => {
      const document = await draft();
      return bring(await letterWord({ ...document, blocks: change([...document.blocks]) }));
    };
    const bring = (bytes: Buffer): Promise<Arrived> =>
      handler.upload(
        review(),
        paths.replyFinished(id),
        {},
        {
          word: new File([new Uint8Array(bytes)], '定稿.docx'),
        },
      );
    const reworded = (blocks: Block[]): Block[] =>
      blocks.map((block) =>
        block.kind === 'paragraph'
          ? { ...block, text: block.text.replace('本机关决定不予公开', '经集体研究，本机关决定不予公开') }
          : block,
      );

    it('reads the very draft back as it was', async () => {
      const before = await draft();
      expect((await finishedIn((blocks) => blocks)).status).to.equal(303);
      expect((await draft()).blocks).to.deep.equal(before.blocks);
    });

    it('sets the letter from it, shows the difference, and prints it when issued', async () => {
      expect((await finishedIn(reworded)).status).to.equal(303);
      const { text } = await handler.get(review());
      expect(text)
        .to.include('《定稿.docx》')
        .and.match(/<ins>.*?经集体研究，<\/ins>/);
      await act({ type: 'reply.signed', on: day });
      const clerk = await program.signedIn(['clerk']);
      const issued = await clerk.submit(paths.replyLetter(id), paths.replyLetter(id));
      expect(issued.status).to.equal(303);
      const [letter] = await program.dataSource.manager.findBy(LetterRecord, { status: 'issued' });
      expect(JSON.stringify(letter?.blocks)).to.include('经集体研究，本机关决定不予公开').and.include(first);
    });

    it('goes back to the wording, and a new draft begins anew', async () => {
      await finishedIn(reworded);
      await handler.submit(review(), paths.replyFinishedEnd(id));
      expect(JSON.stringify(await draft())).not.to.include('经集体研究');
      await finishedIn(reworded);
      await act(drafted(second));
      const anew = JSON.stringify(await draft());
      expect(anew).not.to.include('经集体研究');
      expect(anew).to.include(second);
    });

    it('refuses a text without a required fact or with other remedies, by name', async () => {
      const without = await finishedIn((blocks) =>
        blocks.map((block) =>
          'text' in block ? { ...block, text: block.text.replace(first, '无需说明。') } : block,
        ),
      );
      expect(without.status).to.equal(422);
      expect(without.text).to.include('定稿缺少或者改动了“理由”');
      const other = await finishedIn((blocks) =>
        blocks.map((block) =>
          'text' in block ? { ...block, text: block.text.replace('60日', '30日') } : block,
        ),
      );
      expect(other.status).to.equal(422);
      expect(other.text).to.match(/救济途径/);
      expect(await program.dataSource.manager.count(DraftNote)).to.equal(0);
    });

    it('refuses tracked changes, other files and other letters', async () => {
      const tracked = await bring(
        await wordWith(
          new InsertedTextRun({ id: 1, author: '王', date: '2026-03-06T00:00:00Z', text: '甲' }),
        ),
      );
      expect(tracked.text).to.include('文件里还有修订痕迹');
      const strange = await bring(await wordWith(new TextRun('别的文件')));
      expect(strange.text).to.include('没有找到主送“张三丰：”一行');
      const text = await bring(Buffer.from('纯文字'));
      expect(text.text).to.include('这不是 Word 文件');
      for (const { status } of [tracked, strange, text]) expect(status).to.equal(422);
    });

    it('takes no other text once the draft is signed', async () => {
      const document = await draft();
      await act({ type: 'reply.signed', on: day });
      expect((await handler.get(review())).text).not.to.include('读入定稿</button>');
      const token = /name="_csrf" value="([^"]+)"/.exec((await handler.get(review())).text)?.[1] ?? '';
      const late = await handler.upload(
        review(),
        paths.replyFinished(id),
        { _csrf: token },
        {
          word: new File([new Uint8Array(await letterWord(document))], '定稿.docx'),
        },
      );
      expect(late.status).to.equal(422);
      expect(late.text).to.include('已经签发，不能再换文字');
    });
  });
});
