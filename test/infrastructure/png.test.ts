import { expect } from 'chai';
import { deflateSync, crc32 } from 'node:zlib';
import { UnreadablePicture, readPng, refuseSwelling } from '../../src/infrastructure/png.js';
import { sealPicture } from '../support/seal-picture.js';

const MOST = 1_000_000;

describe('reading a PNG', () => {
  it('tells its size', () => {
    expect(readPng(sealPicture(120), MOST)).to.deep.equal({ width: 120, height: 120 });
  });

  const whole = sealPicture(120);
  const flipped = Buffer.from(whole);
  flipped.writeUInt8(whole.readUInt8(60) ^ 1, 60);
  const faults: readonly [string, Buffer, string][] = [
    ['another kind of file', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), '不是 PNG'],
    ['nothing', Buffer.alloc(0), '不是 PNG'],
    ['a head alone', whole.subarray(0, 8), '已损坏'],
    ['a file that breaks off', whole.subarray(0, whole.length - 20), '已损坏'],
    ['a flipped bit', flipped, '已损坏'],
  ];
  for (const [title, bytes, says] of faults) {
    it(`refuses ${title}`, () => {
      expect(() => readPng(bytes, MOST)).to.throw(UnreadablePicture, says);
    });
  }

  it('unpacks no more than it is told to', () => {
    expect(() => readPng(sealPicture(1100), MOST)).to.throw(UnreadablePicture, '太大');
  });

  it('lets any kind of picture pass that is as large as it says, and none that swells to more', () => {
    const part = (type: string, content: Buffer): Buffer => {
      const head = Buffer.from(type, 'latin1');
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(content.length);
      sum.writeUInt32BE(crc32(Buffer.concat([head, content])));
      return Buffer.concat([length, head, content, sum]);
    };
    const picture = (side: number, bytes: number): Buffer => {
      const head = Buffer.alloc(13);
      head.writeUInt32BE(side, 0);
      head.writeUInt32BE(side, 4);
      // Sixteen bits deep, grey, interlaced.
      head.set([16, 0, 0, 0, 1], 8);
      const packed = deflateSync(Buffer.alloc(bytes));
      return Buffer.concat([
        whole.subarray(0, 8),
        ...[part('IHDR', head), part('IDAT', packed), part('IEND', Buffer.alloc(0))],
      ]);
    };
    // Seven passes of a picture eight pixels wide and high have fifteen rows.
    expect(() => refuseSwelling(picture(8, 8 * 8 * 2 + 15), MOST)).not.to.throw();
    expect(() => refuseSwelling(picture(8, 20_000_000), MOST)).to.throw(UnreadablePicture, '已损坏');
    expect(() => refuseSwelling(picture(60_000, 100), MOST)).to.throw(UnreadablePicture, '太大');
  });
});
