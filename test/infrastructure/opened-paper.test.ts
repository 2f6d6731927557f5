import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import { PDFDocument } from 'pdf-lib';
import { localDate } from '../../src/domain/time/local-date.js';
import { openPaper } from '../../src/infrastructure/binding/opened-paper.js';
import { sealPicture } from '../support/seal-picture.js';

const on = localDate('2026-06-03');

describe('a paper that is opened for a bundle', () => {
  it('is a page where it is a picture', async () => {
    const opened = await openPaper(sealPicture(), on);
    expect('pages' in opened && opened.pages.getPageCount()).to.equal(1);
  });

  it('is enclosed as it is where a picture would fill the memory, whatever is behind its head', async () => {
    const vast = Buffer.from(sealPicture());
    // Width and height stand in the head, whose check sum no longer holds: a printer does not ask.
    vast.writeUInt32BE(30_000, 16);
    vast.writeUInt32BE(30_000, 20);
    expect(await openPaper(vast, on)).to.have.property('enclosed', '图片损坏，不能转成页面');
  });

  /** A PDF of one page with an object that stands packed among so many blanks. */
  function pdfWith(blanks: number): Buffer {
    const packed = deflateSync(Buffer.concat([Buffer.from('9 0 <</A 1>>'), Buffer.alloc(blanks, ' ')]));
    return Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n'),
      Buffer.from('2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n'),
      Buffer.from('3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>\nendobj\n'),
      Buffer.from(
        `5 0 obj\n<</Type/Obj#53tm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
      ),
      packed,
      Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 10>>\n%%EOF\n'),
    ]);
  }

  it('is enclosed as it is where a small PDF unpacks to more than a document, and the next is opened', async () => {
    const swollen = 'PDF 解压后过大，不能合并';
    expect(await openPaper(pdfWith(70_000_000), on)).to.have.property('enclosed', swollen);
    const opened = await openPaper(pdfWith(1_000_000), on);
    expect('pages' in opened && opened.pages.getPageCount()).to.equal(1);
  });

  it('is enclosed as it is where it asks for a password, or is no PDF behind its head', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.context.trailerInfo.Encrypt = document.context.register(document.context.obj({ V: 1 }));
    const locked = await document.save({ useObjectStreams: false });
    expect(await openPaper(locked, on)).to.have.property('enclosed', 'PDF 有密码保护，不能合并');
    expect(await openPaper(Buffer.from('%PDF-1.7 没有内容'), on)).to.have.property('enclosed');
  });

  it('is enclosed as it is where its pages have no end', async () => {
    const twenty = (n: number): string => `[${`${n} 0 R `.repeat(20)}]`;
    const trees = [2, 3, 4, 5, 6].map(
      (n) => `${n} 0 obj\n<</Type/Pages/Count 20/Kids${twenty(n + 1)}>>\nendobj\n`,
    );
    const pdf = [
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n',
      ...trees,
      '7 0 obj\n<</Type/Page/Parent 6 0 R/MediaBox[0 0 100 100]>>\nendobj\n',
      'trailer\n<</Root 1 0 R/Size 8>>\n%%EOF\n',
    ];
    expect(await openPaper(Buffer.from(pdf.join('')), on)).to.have.property(
      'enclosed',
      'PDF 超过 10000 页，不能合并',
    );
  });
});
