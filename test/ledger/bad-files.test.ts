import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import { ledgerHeadings } from '../../src/ledger/columns.js';
import { FileFault } from '../../src/infrastructure/sheets/file-fault.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { csv, fileWith, type LedgerOffice, openLedgerOffice } from '../support/ledger-office.js';

/** A zip file with one entry that unpacks to so many megabytes of nothing, and says that it has one byte. */
function zipBomb(name: string, megabytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(1, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(1, 24);
  central.writeUInt16LE(name.length, 28);
  const start = local.length + name.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

const bad: readonly [string, () => string, RegExp][] = [
  ['that is not there', () => '/nowhere/ledger.csv', /没有找到文件/],
  ['that is empty', () => fileWith(''), /空的/],
  [
    'of nonsense bytes',
    () => fileWith(Buffer.concat([Buffer.from([0xff, 0x00]), randomBytes(4096)])),
    /不是 CSV 文本/,
  ],
  ['with headings alone', () => fileWith(`${ledgerHeadings.join(',')}\r\n,,,\r\n`), /没有内容/],
  ['without headings', () => fileWith('甲,乙,丙\r\n1,2,3\r\n'), /没有找到标题行/],
  [
    'without a needed column',
    () =>
      fileWith(
        csv(
          [{}],
          ledgerHeadings.filter((one) => one !== '收到日期'),
        ),
      ),
    /缺少：收到日期/,
  ],
  ['with a column twice', () => fileWith(csv([{}], [...ledgerHeadings, '编号'])), /“编号”出现了两次/],
  ['with a quote left open', () => fileWith(csv([{}, {}]).replace('回龙', '"回龙')), /引号/],
  ['that is a PDF', () => fileWith('%PDF-1.7\n%âãÏÓ\n', 'xlsx'), /PDF/],
  ['that is an old workbook', () => fileWith(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'xls'), /另存为 \.xlsx/],
  [
    'that is a broken workbook',
    () => fileWith(Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(2000)]), 'xlsx'),
    /不完整或已损坏/,
  ],
  ['that is another zip', () => fileWith(zipBomb('word/document.xml', 1), 'xlsx'), /不是 Excel 工作簿/],
  ['that swells', () => fileWith(zipBomb('xl/workbook.xml', 450), 'xlsx'), /解压后过大/],
  ['of more than 20 MB', () => fileWith(Buffer.alloc(20 * 1024 * 1024 + 1, 0x20)), /最多 20 MB/],
];

describe('a file that is no ledger', function () {
  this.timeout(60_000);
  let office: LedgerOffice;
  before(async () => {
    office = await openLedgerOffice();
  });
  after(() => office.close());

  for (const [name, make, says] of bad) {
    it(`is refused with its reason: a file ${name}`, async () => {
      const order = office.order(make());
      for (const how of ['check', 'import'] as const) {
        const fault: unknown = await office.imports[how](order).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(fault).to.be.instanceOf(FileFault);
        expect((fault as FileFault).message).to.match(says);
      }
      expect(await office.database.dataSource.manager.count(ApplicationRecord)).to.equal(0);
    });
  }
});
