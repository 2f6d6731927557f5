import { expect } from 'chai';
import { UnreadablePicture, readPng } from '../../src/infrastructure/png.js';
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
});
