import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from 'pdf-lib';
import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { roles } from '../../src/domain/office/role.js';
import { sm3 } from '../../src/infrastructure/sm3.js';
import { readStored } from '../../src/infrastructure/storage.js';
import type { ApplicationRecord } from '../../src/records/application/application.js';
import { EvidenceBundle } from '../../src/records/paper/evidence-bundle.js';
import { FileSeal } from '../../src/records/paper/file-seal.js';
import { paths } from '../../src/web/paths.js';
import {
  type Paper,
  attachPapers,
  brokenWordPaper,
  jpegPaper,
  pdfPaper,
  wordPaper,
} from '../support/evidence-papers.js';
import { addCase, daysAgo, repliedAndServed } from '../support/pages.js';
import { type PdfFile, readPdf } from '../support/pdf-text.js';
import { type Program, openProgram } from '../support/program.js';
import { sealPicture } from '../support/seal-picture.js';
import type { Visitor } from '../support/visitor.js';

const NUMBER = '测府复〔2026〕5号';

const notice: readonly [Act, Act] = [
  { type: 'reconsideration.accepted', on: daysAgo(1), id: NUMBER },
  { type: 'reconsideration.copyReceived', on: daysAgo(0), id: NUMBER, procedure: 'ordinary' },
];

describe('the bundle of evidence', function () {
  this.timeout(120_000);
  let program: Program;
  let legal: Visitor;
  let application: ApplicationRecord;

  before(async () => {
    program = await openProgram();
    legal = await program.signedIn(['legal']);
  });

  after(() => program.close());

  const record = async (): Promise<void> => {
    application = await addCase(program, repliedAndServed);
    await program.application.get(Door, { strict: false }).performAll(application.id, notice, {
      actor: { kind: 'person', name: '赵法制', roles },
      officeIds: [application.officeId],
    });
  };

  /** Presses the one button of the proceeding's page, and waits until the bundle is there; `seen` is told each page on the way. */
  const made = async (seen?: (text: string) => void): Promise<EvidenceBundle> => {
    const page = paths.proceeding(application.id, NUMBER);
    const begun = await legal.submit(page, paths.bundles(application.id, NUMBER));
    expect(begun.status).to.equal(303);
    const id = begun.location.split('/').at(-1)!;
    for (;;) {
      const { text } = await legal.get(paths.bundleProgress(application.id, NUMBER, id));
      if (!text.includes('正在制作')) break;
      if (seen) seen(text);
      else await setTimeout(100);
    }
    return program.dataSource.manager.findOneByOrFail(EvidenceBundle, { id });
  };

  const fetched = ({ id }: EvidenceBundle): Promise<Buffer> =>
    legal.file(paths.bundleFile(application.id, NUMBER, id, 'pdf'));

  describe('of thirty papers and five hundred pages', () => {
    let papers: Paper[];
    let hashes: string[];
    let bundle: EvidenceBundle;
    let pdf: Buffer;
    let file: PdfFile;

    before(async () => {
      await record();
      const lengths = Array.from({ length: 23 }, (_, i) => 11 + i);
      const plain = await Promise.all(lengths.map((pages, i) => pdfPaper(`材料${i + 1}`, pages)));
      papers = [
        ...plain,
        await pdfPaper('横放的扫描件', 3, 90),
        await pdfPaper('倒放的扫描件', 2, 180),
        jpegPaper('现场照片'),
        jpegPaper('手机照片', 6),
        { name: '盖章页👍.png', mime: 'image/png', content: sealPicture() },
        await wordPaper('会议纪要', 4),
        brokenWordPaper('打不开的说明'),
      ];
      hashes = await attachPapers(program.dataSource.manager, application, papers);
      bundle = await made();
      pdf = await fetched(bundle);
      file = await readPdf(pdf);
    });

    it('has every paper, in order, with the pages that the directory says', () => {
      expect(bundle.status).to.equal('ready');
      const own = bundle.papers!.slice(0, papers.length);
      expect(own.map(({ name }) => name.replace('其他材料：', ''))).to.deep.equal(
        papers.map(({ name }) => name),
      );
      expect(file.pages.length).to.equal(bundle.pages).and.be.above(500);
      for (const { name, firstPage } of own.slice(0, 23)) {
        const words = file.pages[firstPage - 1]!.lines.map(({ text }) => text).join('');
        expect(words).to.include(name.replace('其他材料：', '').replace('.pdf', ''));
      }
      const directory = file.pages
        .slice(0, own[0]!.firstPage - 1)
        .flatMap(({ lines }) => lines.map(({ text }) => text));
      expect(directory.join('')).to.include('证据目录').and.include(`${own[0]!.firstPage}–`);
      expect(directory.join('')).to.include('盖章页〓.png').and.include('有1个字字库中没有，以“〓”代替。');
    });

    it('stamps every page with its number, upright at the top right', () => {
      const total = file.pages.length;
      file.pages.forEach((page, i) => {
        const stamp = page.lines.find(({ text }) => text.includes(`第${i + 1}页共${total}页`));
        expect(stamp, `page ${i + 1}`).to.not.equal(undefined);
      });
      const [first] = bundle.papers!;
      expect(file.pages[first!.firstPage - 1]!.lines[0]!.text).to.match(/^证据1/);
    });

    it('opens by bookmarks: the directory, each paper, the digests', () => {
      expect(file.bookmarks.at(0)).to.equal('证据目录');
      expect(file.bookmarks.at(-1)).to.equal('校验清单');
      expect(file.bookmarks).to.have.length(papers.length + 4);
      expect(file.bookmarks[1]).to.include('证据1').and.include('材料1.pdf');
    });

    it('lists the digest of every original, equal to the stored one', () => {
      const listed = bundle.papers!.slice(0, papers.length).map(({ sm3 }) => sm3);
      expect(listed).to.deep.equal(hashes);
      const text = file.text.replaceAll('\n', '');
      for (const hash of [hashes[0]!, hashes.at(-1)!, bundle.papers!.at(-1)!.sm3]) {
        expect(text.replaceAll(/\s/g, '')).to.include(hash.slice(0, 16));
      }
    });

    it('sets the text of a Word file as pages, each marked, and encloses the original', async () => {
      const line = bundle.papers![papers.length - 2]!;
      expect([line.pages, line.enclosed]).to.deep.equal([4, '据 Word 文件排印']);
      for (let i = 0; i < line.pages; i += 1) {
        const words = file.pages[line.firstPage - 1 + i]!.lines.map(({ text }) => text).join('');
        expect(words)
          .to.include(`会议纪要之${i + 1}`)
          .and.include('据Word文件排印，原件附后');
      }
      expect(file.bookmarks[papers.length - 1]).to.include('会议纪要.docx');
      expect(sm3(papers.at(-2)!.content)).to.equal(line.sm3);
      expect([...(await enclosedIn(pdf))]).to.include(line.sm3);
      const page = await legal.get(paths.bundle(application.id, NUMBER, bundle.id));
      expect(page.text).to.include('会议纪要.docx（据 Word 文件排印，原件另附）');
    });

    it('encloses a file that cannot be opened as it is, and says so', async () => {
      const line = bundle.papers![papers.length - 1]!;
      expect([line.pages, line.enclosed]).to.deep.equal([1, 'Word 文件打不开，未转成页面']);
      const slip = file.pages[line.firstPage - 1]!.lines.map(({ text }) => text).join('');
      expect(slip).to.include('原件附卷说明').and.include('原件嵌入本文件的附件');
      expect(sm3(papers.at(-1)!.content)).to.equal(line.sm3);
      expect([...(await enclosedIn(pdf))]).to.include(line.sm3);
    });

    it('is kept under its digest, and made again it is the same', async () => {
      expect(Buffer.compare(await buffer(await readStored(bundle.pdfHash!)), pdf)).to.equal(0);
      const again = await made();
      expect(again.id).to.not.equal(bundle.id);
      expect(again.pdfHash).to.equal(bundle.pdfHash);
    });
  });

  describe('after the seal', () => {
    before(record);

    it('marks what was added as 未在答复时案卷内, on the page, in the directory and in print', async () => {
      await attachPapers(program.dataSource.manager, application, [await pdfPaper('后补的情况说明', 1)]);
      const { text } = await legal.get(paths.proceeding(application.id, NUMBER));
      expect(text).to.include('后补的情况说明.pdf').and.include('未在答复时案卷内').and.include('第四十六条');
      expect((await legal.get(paths.evidence(application.id, NUMBER))).text).to.include('未在答复时案卷内');
      const file = await readPdf(await fetched(await made()));
      expect(file.prose).to.include('未在答复时案卷内');
      const [seal] = await program.dataSource.manager.findBy(FileSeal, { applicationId: application.id });
      expect(file.text.replaceAll(/\s/g, '')).to.include(seal!.digest.slice(0, 16));
    });

    it('keeps the lines as they were edited, in their order, and puts new papers behind', async () => {
      const page = paths.evidence(application.id, NUMBER);
      const { text } = await legal.get(page);
      const keys = [...text.matchAll(/name="name-([\w-]+)"/g)].map(([, key]) => key!);
      expect(keys).to.have.length(4);
      const fields = Object.fromEntries(
        keys.flatMap((key, i) => [
          [`place-${key}`, String(keys.length - i)],
          [`name-${key}`, i === 0 ? '情况说明（更名）' : key],
          [`from-${key}`, '本机关'],
          [`proves-${key}`, '办理经过'],
          ...(key === 'recordInFull' ? [] : [[`included-${key}`, 'yes']]),
        ]),
      );
      expect((await legal.submit(page, page, fields)).status).to.equal(303);
      await attachPapers(program.dataSource.manager, application, [await pdfPaper('又一份', 1)]);
      const after = (await legal.get(page)).text;
      const names = [...after.matchAll(/name="name-[\w-]+" value="([^"]*)"/g)].map(([, name]) => name);
      expect(names).to.deep.equal([
        'recordInFull',
        'deadlines',
        'record',
        '情况说明（更名）',
        '其他材料：又一份.pdf',
      ]);
      expect(after).to.include('新增');
      const begun = await legal.submit(page, page, {
        ...fields,
        [`name-${keys[0]}`]: '再改的名称',
        do: 'bundle',
      });
      expect(begun.location).to.match(/\/bundles\//);
      expect((await legal.get(page)).text).to.include('再改的名称');
      const late = await legal.post(page, {});
      expect(late.status).to.equal(403);
    });

    it('leaves pages their turn while a paper of five hundred pages is bound in one go', async () => {
      await attachPapers(program.dataSource.manager, application, [await pdfPaper('全卷扫描件', 500)]);
      let answered = 0;
      const { pages } = await made((text) => {
        if (text.includes('正在合并、编页')) answered += 1;
      });
      expect(pages).to.be.above(500);
      // Bound on the thread that answers, it would leave a turn between two of its steps, and no more.
      expect(answered).to.be.above(12);
    });

    it('does not let a handler make one, nor another office see it', async () => {
      const handler = await program.signedIn(['handler']);
      const page = paths.proceeding(application.id, NUMBER);
      expect((await handler.get(page)).text).to.not.include('生成证据材料</button>');
      const stranger = await program.signedIn(['legal'], { officeCode: 'CS-SFJ' });
      expect((await stranger.get(page)).status).to.equal(404);
      expect((await stranger.get(paths.evidence(application.id, NUMBER))).status).to.equal(404);
    });
  });
});

/** The digests of the files enclosed in a PDF. */
async function enclosedIn(pdf: Uint8Array): Promise<ReadonlySet<string>> {
  const document = await PDFDocument.load(pdf);
  const digests = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(
      (object): object is PDFRawStream =>
        object instanceof PDFRawStream && object.dict.get(PDFName.of('Type')) === PDFName.of('EmbeddedFile'),
    )
    .map((stream) => sm3(decodePDFRawStream(stream).decode()));
  return new Set(digests);
}
