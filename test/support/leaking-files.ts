import { buffer } from 'node:stream/consumers';
import { Document, InsertedTextRun, Packer, Paragraph, TextRun } from 'docx';
import ExcelJS from 'exceljs';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import PDFKit from 'pdfkit';
import { zipOf } from './zip.js';

/** Invented numbers that pass their check. */
export const someoneElse = { idNumber: '500228199001010013', phone: '13800000001' };

/** A workbook, with what a test does to it. */
export async function workbookWith(change: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('汇总');
  sheet.addRow(['街道', '户数']);
  sheet.addRow(['双桂街道', 12]);
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A workbook of one sheet as a program might write it, part by part. */
export const workbookOf = (parts: Readonly<Record<string, string>>): Buffer =>
  zipOf({
    'xl/workbook.xml': '<workbook><sheets><sheet name="汇总" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ...parts,
  });

/** A Word file of one paragraph, with one run that a test brings. */
export function wordWith(
  run: TextRun | InsertedTextRun,
  more: { comment?: string; creator?: string } = {},
): Promise<Buffer> {
  const { comment, creator = '' } = more;
  return Packer.toBuffer(
    new Document({
      creator,
      lastModifiedBy: creator,
      ...(comment
        ? {
            comments: {
              children: [{ id: 0, author: '王经办', date: new Date(0), children: [new Paragraph(comment)] }],
            },
          }
        : {}),
      sections: [{ children: [new Paragraph({ children: [new TextRun('批复一份。'), run] })] }],
    }),
  );
}

/** A PDF of one page, drawn by a test. */
export function pdfWith(
  draw: (paper: PDFKit.PDFDocument) => void,
  options: ConstructorParameters<typeof PDFKit>[0] = {},
): Promise<Buffer> {
  const paper = new PDFKit({ size: 'A4', ...options });
  const whole = buffer(paper);
  draw(paper);
  paper.end();
  return whole;
}

/** A PDF with a layer that is switched off. */
export async function pdfWithHiddenLayer(): Promise<Buffer> {
  const paper = await PDFDocument.create();
  paper.addPage();
  const { context, catalog } = paper;
  const layer = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('draft') }));
  catalog.set(
    PDFName.of('OCProperties'),
    context.obj({ OCGs: [layer], D: { OFF: [layer], Order: [layer] } }),
  );
  return Buffer.from(await paper.save());
}
