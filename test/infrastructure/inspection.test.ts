import { expect } from 'chai';
import { InsertedTextRun, TextRun } from 'docx';
import iconv from 'iconv-lite';
import { inspectFile } from '../../src/infrastructure/inspection/inspect.js';
import type { Leak } from '../../src/infrastructure/inspection/leak.js';
import {
  pdfWith,
  pdfWithHiddenLayer,
  someoneElse,
  wordWith,
  workbookOf,
  workbookWith,
} from '../support/leaking-files.js';

const PDF = 'application/pdf';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const nobody = new Set<string>();

const look = (bytes: Buffer, mime: string, own = nobody): Promise<Leak[]> => inspectFile(bytes, mime, own);

describe('looking into files before they leave', () => {
  describe('an Excel file', () => {
    it('that hides nothing has nothing to tell', async () => {
      expect(await look(await workbookWith(() => undefined), SHEET)).to.deep.equal([]);
    });

    it('tells hidden sheets, rows and columns with their places', async () => {
      const bytes = await workbookWith((book) => {
        book.addWorksheet('底稿', { state: 'hidden' });
        book.addWorksheet('深藏', { state: 'veryHidden' });
        const [sheet] = book.worksheets;
        sheet!.getRow(2).hidden = true;
        sheet!.getColumn(2).hidden = true;
      });
      expect(await look(bytes, SHEET)).to.deep.equal([
        { sort: 'hiddenRows', place: '工作表“汇总”', detail: '第 2 行' },
        { sort: 'hiddenColumns', place: '工作表“汇总”', detail: 'B 列' },
        { sort: 'hiddenSheet', place: '工作表“底稿”', detail: '' },
        { sort: 'hiddenSheet', place: '工作表“深藏”', detail: '' },
      ]);
    });

    it('tells comments, authors, and numbers of people by cell, masked', async () => {
      const bytes = await workbookWith((book) => {
        const [sheet] = book.worksheets;
        sheet!.getCell('B2').note = '此数待核';
        sheet!.getCell('A3').value = `联系人电话 138 0000 0001`;
        sheet!.getCell('A4').value = someoneElse.idNumber;
        sheet!.getCell('A5').value = 13800000001;
        book.creator = '王经办';
      });
      expect(await look(bytes, SHEET)).to.deep.equal([
        { sort: 'phoneNumber', place: '工作表“汇总”A3', detail: '138****0001' },
        { sort: 'idNumber', place: '工作表“汇总”A4', detail: '5002************13' },
        { sort: 'phoneNumber', place: '工作表“汇总”A5', detail: '138****0001' },
        { sort: 'comment', place: 'B2', detail: '' },
        { sort: 'author', place: '', detail: '作者：王经办' },
      ]);
    });
  });

  describe('an Excel file as other programs write it', () => {
    const person = `身份证 ${someoneElse.idNumber}`;
    const cells = `<c r='A1' s='1'/><c r="B1" s="1" t="s"><v>1</v></c>`;
    const sheet = (root = 'worksheet') =>
      `<${root}><sheetData><!-- <row> --><row r="1" spans="1:2">${cells}</row></sheetData></${root}>`;
    const strings = `<sst><si/><si><t>${person}</t></si></sst>`;
    const found: Leak[] = [{ sort: 'idNumber', place: '工作表“汇总”B1', detail: '5002************13' }];

    it('is read past empty cells and empty texts', async () => {
      const parts = { 'xl/worksheets/sheet1.xml': sheet(), 'xl/sharedStrings.xml': strings };
      expect(await look(workbookOf(parts), SHEET)).to.deep.equal(found);
    });

    it('is called unread where its elements have other names, or its markup is broken', async () => {
      const whole = { 'xl/worksheets/sheet1.xml': sheet(), 'xl/sharedStrings.xml': strings };
      const strange: Record<string, string>[] = [
        { 'xl/worksheets/sheet1.xml': sheet('x:worksheet') },
        { 'xl/worksheets/sheet1.xml': sheet().replace('</row>', '') },
        { 'xl/worksheets/sheet1.xml': sheet().replace('<sheetData>', '<sheetData><c r="9">'.repeat(3)) },
        { 'xl/worksheets/sheet1.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${sheet()}` },
        { 'xl/sharedStrings.xml': '<si>'.repeat(9) },
        { 'docProps/core.xml': '<dc:creator>' },
      ];
      for (const parts of strange) {
        const leaks = await look(workbookOf({ ...whole, ...parts }), SHEET);
        expect(
          leaks.map(({ sort }) => sort),
          JSON.stringify(parts),
        ).to.deep.equal(['unread']);
      }
    });
  });

  describe('a Word file', () => {
    it('that hides nothing has nothing to tell', async () => {
      expect(await look(await wordWith(new TextRun('附件。')), WORD)).to.deep.equal([]);
    });

    it('tells tracked changes, hidden words, comments and authors', async () => {
      const inserted = new InsertedTextRun({
        id: 1,
        author: '王经办',
        date: '2026-03-06T00:00:00Z',
        text: '另附',
      });
      expect(await look(await wordWith(inserted), WORD)).to.deep.equal([
        { sort: 'trackedChange', place: '正文第 1 段', detail: '“批复一份。另附”' },
      ]);
      const hidden = new TextRun({ text: '内部意见', vanish: true });
      expect((await look(await wordWith(hidden), WORD)).map(({ sort }) => sort)).to.deep.equal([
        'hiddenText',
      ]);
      const told = await look(
        await wordWith(new TextRun('。'), { comment: '请核', creator: '王经办' }),
        WORD,
      );
      expect(told).to.deep.equal([
        { sort: 'comment', place: '正文', detail: '王经办的批注' },
        { sort: 'author', place: '', detail: '作者：王经办；最后保存者：王经办' },
      ]);
    });

    it('tells numbers of others and not those of the applicant', async () => {
      const bytes = await wordWith(new TextRun(`身份证 ${someoneElse.idNumber}，电话 ${someoneElse.phone}`));
      expect((await look(bytes, WORD)).map(({ sort }) => sort)).to.deep.equal(['idNumber', 'phoneNumber']);
      const own = new Set([someoneElse.idNumber, someoneElse.phone]);
      expect(await look(bytes, WORD, own)).to.deep.equal([]);
    });
  });

  it('reads a text in the encoding in which it was kept', async () => {
    const text = iconv.encode(`电话：${someoneElse.phone}，身份证${someoneElse.idNumber}。`, 'gb18030');
    const sorts = (await look(text, 'text/plain; charset=gb18030')).map(({ sort, place }) => [sort, place]);
    expect(sorts).to.have.deep.members([
      ['idNumber', ''],
      ['phoneNumber', ''],
    ]);
  });

  describe('a PDF', () => {
    it('that hides nothing has nothing to tell, dark headings with light words included', async () => {
      const bytes = await pdfWith((paper) => {
        paper.rect(60, 60, 200, 24).fill('#14447c').fillColor('white').text('Heading', 70, 66);
        paper.fillColor('black').text('Plain words', 70, 120).moveTo(70, 133).lineTo(150, 133).stroke();
        paper.fillOpacity(0.3).rect(68, 118, 90, 16).fill('yellow');
      });
      expect(await look(bytes, PDF)).to.deep.equal([]);
    });

    it('tells words under a filled box, on which page', async () => {
      const bytes = await pdfWith((paper) => {
        paper.text('Public', 70, 100).text('Secret words in a line', 70, 140);
        paper.rect(100, 136, 60, 16).fill('black');
        paper.addPage().fillColor('black').text('More', 70, 100).rect(60, 95, 80, 20).fill('white');
      });
      expect(await look(bytes, PDF)).to.deep.equal([
        { sort: 'coveredText', place: '第 1 页', detail: '1 处，仍可选中复制' },
        { sort: 'coveredText', place: '第 2 页', detail: '1 处，仍可选中复制' },
      ]);
    });

    it('tells annotations, embedded files, invisible words, hidden layers and authors', async () => {
      const noted = await pdfWith(
        (paper) => {
          paper.note(70, 100, 100, 20, 'ask the bureau');
          paper.file(Buffer.from('draft'), { name: 'draft.txt' });
        },
        { info: { Author: '王经办' } },
      );
      expect(await look(noted, PDF)).to.deep.equal([
        { sort: 'author', place: '', detail: '作者：王经办' },
        { sort: 'embeddedFile', place: '', detail: 'draft.txt' },
        { sort: 'annotation', place: '第 1 页', detail: '1 处' },
      ]);
      const unseen = await pdfWith(
        (paper) => void paper.addContent('BT /Nothing 12 Tf 3 Tr 70 700 Td (x) Tj ET'),
      );
      expect((await look(unseen, PDF)).map(({ sort }) => sort)).to.deep.equal(['hiddenText']);
      expect(await look(await pdfWithHiddenLayer(), PDF)).to.deep.equal([
        { sort: 'hiddenLayer', place: '', detail: 'draft' },
      ]);
    });

    it('tells numbers of others by page', async () => {
      const bytes = await pdfWith(
        (paper) => void paper.text(`ID ${someoneElse.idNumber} tel ${someoneElse.phone}`),
      );
      expect(await look(bytes, PDF)).to.deep.equal([
        { sort: 'idNumber', place: '第 1 页', detail: '5002************13' },
        { sort: 'phoneNumber', place: '第 1 页', detail: '138****0001' },
      ]);
    });

    it('that is locked or broken is told as not looked into', async () => {
      const locked = await pdfWith((paper) => void paper.text('x'), { userPassword: 'geheim' });
      for (const bytes of [locked, Buffer.from('%PDF-1.7 nothing')])
        expect((await look(bytes, PDF)).map(({ sort }) => sort)).to.deep.equal(['unread']);
    });
  });

  it('never passes in silence what it cannot look into', async () => {
    const broken = Buffer.from('PK\u0003\u0004 and then nothing');
    for (const mime of [WORD, SHEET, 'application/zip', 'application/msword'])
      expect(
        (await look(broken, mime)).map(({ sort }) => sort),
        mime,
      ).to.deep.equal(['unread']);
    expect(await look(Buffer.from(`电话${someoneElse.phone}`), 'text/plain; charset=utf-8')).to.have.length(
      1,
    );
  });

  it('tells at most twenty of a sort one by one', async () => {
    const bytes = await workbookWith((book) => {
      for (let row = 3; row < 33; row += 1) book.worksheets[0]!.getCell(`A${row}`).value = 13800000000 + row;
    });
    const leaks = await look(bytes, SHEET);
    expect(leaks).to.have.length(21);
    expect(leaks.at(-1)).to.deep.equal({ sort: 'phoneNumber', place: '', detail: '另有 10 处' });
  });
});
