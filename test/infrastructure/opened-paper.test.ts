import { expect } from 'chai';
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
});
