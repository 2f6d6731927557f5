import { expect } from 'chai';
import { FileFault } from '../../src/infrastructure/sheets/file-fault.js';
import { NotAWorkbook, openWorkbook } from '../../src/infrastructure/sheets/opened-workbook.js';
import { zipOf } from '../support/zip.js';

const rels = `<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/>
  <Relationship Id="rId8" Target="/xl/worksheets/other.xml"/></Relationships>`;
const outline = `<workbook xmlns:r="r"><sheets><sheet name="旧" state="veryHidden" r:id="rId8"/>
  <sheet name="台账" r:id="rId7"/></sheets></workbook>`;
const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

/** A workbook whose sheets stand before what names them, as some programs write. */
const book = (rows: string, more: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf({
    'xl/worksheets/sheet1.xml': sheet(rows),
    'xl/worksheets/other.xml': sheet('<row><c t="inlineStr"><is><t>藏</t></is></c></row>'),
    'xl/workbook.xml': outline,
    'xl/_rels/workbook.xml.rels': rels,
    ...more,
  });

const rowsIn = (bytes: Buffer): unknown[] => [
  ...(openWorkbook(bytes)
    .find(({ hidden }) => !hidden)
    ?.rows() ?? []),
];
const cellsIn = (cells: string, more: Readonly<Record<string, string>> = {}): unknown =>
  (rowsIn(book(`<row r="1">${cells}</row>`, more))[0] as { cells: unknown }).cells;

describe('reading a workbook', () => {
  it('finds sheets by name and place, whatever their order in the file, and knows the hidden ones', () => {
    const sheets = openWorkbook(book(''));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).to.deep.equal([
      ['旧', true],
      ['台账', false],
    ]);
    expect([...(sheets[0]?.rows() ?? [])]).to.deep.equal([{ row: 1, cells: ['藏'] }]);
  });

  it('keeps rows and cells in their places where the file leaves some out', () => {
    expect(rowsIn(book('<row r="3"><c r="B3"><v>7</v></c></row><row><c><v>8</v></c></row>'))).to.deep.equal([
      { row: 3, cells: ['', '7'] },
      { row: 4, cells: ['8'] },
    ]);
  });

  it('reads a file as many times as it is asked, also after it was left early', () => {
    const [, visible] = openWorkbook(book('<row><c><v>1</v></c></row><row><c><v>2</v></c></row>'));
    for (let times = 0; times < 20; times += 1) {
      for (const { row } of visible?.rows() ?? []) if (row === 1) break;
      expect([...(visible?.rows() ?? [])]).to.have.length(2);
    }
  });

  it('shows texts, results of formulas, truths and faults as a spreadsheet program does', () => {
    const sharedStrings = `<sst><si><t>阎</t><r><t>䶮英</t></r><rPh sb="0" eb="1"><t>yan</t></rPh></si></sst>`;
    expect(
      cellsIn(
        '<c t="s"><v>0</v></c><c t="str"><f>"予以"&amp;"公开"</f><v>予以公开</v></c><c t="b"><v>1</v></c>' +
          '<c t="e"><v>#N/A</v></c><c><v>2.0230001E8</v></c><c t="d"><v>2023-03-01T00:00:00</v></c><c/>',
        { 'xl/sharedStrings.xml': sharedStrings },
      ),
    ).to.deep.equal(['阎䶮英', '予以公开', 'TRUE', '#N/A', '202300010', '2023-03-01', '']);
  });

  it('shows a number as a day where its format does, built in or of the office’s own', () => {
    const own = (code: string): string => `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${code}"/>
      </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="170"/></cellXfs></styleSheet>`;
    const styled = (code: string): unknown =>
      cellsIn('<c s="0"><v>45000</v></c><c s="1"><v>45000.75</v></c><c s="2"><v>45000</v></c>', {
        'xl/styles.xml': own(code),
      });
    expect(styled('[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@')).to.deep.equal([
      '45000',
      '2023-03-15',
      '2023-03-15',
    ]);
    expect(styled('#,##0.00&quot;日&quot;;[Red]\\d0')).to.deep.equal(['45000', '2023-03-15', '45000']);
  });

  it('counts days from 1900 as Excel does, and from 1904 where the workbook says so', () => {
    const styles = { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>' };
    const days = '<c><v>1</v></c><c><v>59</v></c><c><v>61</v></c><c><v>-5</v></c><c><v>9e15</v></c>';
    expect(cellsIn(days, styles)).to.deep.equal([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '-5',
      '9000000000000000',
    ]);
    const from1904 = {
      ...styles,
      'xl/workbook.xml': outline.replace('<sheets>', '<workbookPr date1904="1"/><sheets>'),
    };
    expect(cellsIn('<c><v>43538</v></c>', from1904)).to.deep.equal(['2023-03-15']);
  });

  it('reads parts whose names carry a prefix', () => {
    const prefixed = sheet('<x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row>');
    expect(rowsIn(book('', { 'xl/worksheets/sheet1.xml': prefixed }))).to.deep.equal([
      { row: 1, cells: ['5'] },
    ]);
  });

  it('tells which cells are shown as one', () => {
    const merged = {
      'xl/worksheets/sheet1.xml': '<worksheet><mergeCells><mergeCell ref="B2:D3"/></mergeCells></worksheet>',
    };
    const [, visible] = openWorkbook(book('', merged));
    expect(visible?.merged()).to.deep.equal([{ rows: [1, 2], columns: [1, 3] }]);
  });

  it('refuses what is broken, swollen or no workbook', () => {
    expect(() => openWorkbook(zipOf({ 'word/document.xml': '<a/>' })))
      .to.throw(NotAWorkbook)
      .with.property('isWord', true);
    expect(() => openWorkbook(Buffer.from('no zip'))).to.throw(FileFault, /已损坏/);
    expect(() => rowsIn(book('<row><c><v>1</v></row>'))).to.throw(FileFault, /已损坏/);
    expect(() => openWorkbook(zipOf({ 'xl/workbook.xml': ' '.repeat(201 * 1024 * 1024) }))).to.throw(
      FileFault,
      /解压后过大/,
    );
  });
});
