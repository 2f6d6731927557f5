import { expect } from 'chai';
import { CaseFiles } from '../../src/casework/case-file.js';
import { Door } from '../../src/casework/door.js';
import { roles } from '../../src/domain/office/role.js';
import { localDate } from '../../src/domain/time/local-date.js';
import type { Block, LetterDocument } from '../../src/infrastructure/printing/blocks.js';
import { letterWord } from '../../src/infrastructure/printing/letter-word.js';
import { setClock } from '../../src/infrastructure/today.js';
import { LetterReading } from '../../src/letters/letter-reading.js';
import { LetterRecord } from '../../src/records/paper/letter.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { paths } from '../../src/web/paths.js';
import { received, registered } from '../support/cases.js';
import { openProgram, type Program } from '../support/program.js';
import type { Arrived, Visitor } from '../support/visitor.js';

const asked = '请写明所需讨论稿的名称和年度。';

describe('a notice finished in Word', () => {
  let program: Program;
  let clerk: Visitor;
  let letterId: string;

  beforeEach(async () => {
    setClock(() => new Date('2026-03-06T03:00:00Z'));
    program = await openProgram();
    const officeId = program.district.id;
    await program.dataSource.manager.update(
      OfficeRecord,
      { id: officeId },
      { phone: '010-1', address: '某路1号' },
    );
    const opening = {
      officeId,
      applicantKind: 'naturalPerson' as const,
      applicantName: '张三丰',
      content: '讨论稿',
    };
    const by = { actor: { kind: 'person' as const, name: '王经办', roles }, officeIds: [officeId] };
    const on = localDate('2026-03-05');
    const until = localDate('2026-03-26');
    const { application } = await new Door(program.dataSource).open(
      opening,
      [
        received('2026-03-02'),
        registered('2026-03-02'),
        { type: 'correction.required', on, items: asked, until },
      ],
      by,
    );
    const found = await program.dataSource.manager.findOneByOrFail(LetterRecord, {
      applicationId: application.id,
      kind: 'correctionNotice',
    });
    letterId = found.id;
    clerk = await program.signedIn(['clerk']);
  });

  afterEach(async () => {
    setClock();
    await program.close();
  });

  const page = (): Promise<Arrived> => clerk.get(paths.letter(letterId));
  const record = (): Promise<LetterRecord> =>
    program.dataSource.manager.findOneByOrFail(LetterRecord, { id: letterId });

  async function draft(): Promise<LetterDocument> {
    const reading = new LetterReading(program.dataSource, new CaseFiles(program.dataSource));
    const { document } = await reading.open(letterId, [program.district.id]);
    return document!;
  }

  async function bring(from: string, to: string, token: Record<string, string> = {}): Promise<Arrived> {
    const document = await draft();
    const blocks = JSON.parse(JSON.stringify(document.blocks).replaceAll(from, to)) as Block[];
    const bytes = new Uint8Array(await letterWord({ ...document, blocks }));
    const word = new File([bytes], '定稿.docx');
    return clerk.upload(paths.letter(letterId), paths.letterFinished(letterId), token, { word });
  }

  it('is printed with the words of the file, which the page sets beside the draft', async () => {
    expect((await bring('联系电话', '咨询电话')).status).to.equal(303);
    expect((await page()).text)
      .to.include('《定稿.docx》')
      .and.match(/<ins>.*?咨询<\/ins>/s);
    const issued = await clerk.submit(paths.letter(letterId), paths.letterIssue(letterId));
    expect(issued.status).to.equal(303);
    const { status, blocks } = await record();
    expect(status).to.equal('issued');
    expect(JSON.stringify(blocks)).to.include('咨询电话').and.include(asked);
    expect((await page()).text).not.to.include('读入定稿</button>');
  });

  it('that came back as it was is said to be the same, and is not told twice', async () => {
    expect((await bring('没有这样的字', '')).status).to.equal(303);
    const { text } = await page();
    expect(text).to.include('《定稿.docx》。文字与草稿相同。').and.not.include('<ins>');
    expect(text.split(asked)).to.have.length(2);
  });

  it('is refused without what the notice must say, by name, and issues nothing', async () => {
    const refused = await bring(asked, '请补正。');
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('定稿缺少或者改动了');
    expect((await record()).finished).to.equal(null);
  });

  it('goes back to the wording', async () => {
    await bring('联系电话', '咨询电话');
    expect((await clerk.submit(paths.letter(letterId), paths.letterFinishedEnd(letterId))).status).to.equal(
      303,
    );
    expect(JSON.stringify(await draft())).not.to.include('咨询电话');
  });

  it('takes no other text once it is issued', async () => {
    const document = await draft();
    const token = /name="_csrf" value="([^"]+)"/.exec((await page()).text)?.[1] ?? '';
    await clerk.submit(paths.letter(letterId), paths.letterIssue(letterId));
    const word = new File([new Uint8Array(await letterWord(document))], '定稿.docx');
    const late = await clerk.upload(
      paths.letter(letterId),
      paths.letterFinished(letterId),
      { _csrf: token },
      { word },
    );
    expect(late.status).to.equal(404);
    expect(late.text).to.include('已经制发');
    expect((await record()).finished).to.equal(null);
  });
});
