/**
 * How a JPEG is to be turned to stand upright, in degrees clockwise: telephones store photographs lying and say so in
 * EXIF. 0 for anything that does not say.
 */
export function turnOf(jpeg: Uint8Array): 0 | 90 | 180 | 270 {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return 0;
  for (let at = 2; at + 4 <= view.byteLength;) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    if (marker === 0xffe1 && at + 2 + length <= view.byteLength) {
      return turnInExif(new DataView(view.buffer, view.byteOffset + at + 4, length - 2));
    }
    // Picture data begins, or what follows is no marker.
    if (marker === 0xffda || (marker & 0xff00) !== 0xff00) return 0;
    at += 2 + length;
  }
  return 0;
}

const EXIF = 0x45786966;
const ORIENTATION = 0x0112;
const turns: Readonly<Record<number, 0 | 90 | 180 | 270>> = { 3: 180, 6: 90, 8: 270 };

function turnInExif(view: DataView): 0 | 90 | 180 | 270 {
  if (view.byteLength < 14 || view.getUint32(0) !== EXIF) return 0;
  const start = 6;
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  if (directory + 2 > view.byteLength) return 0;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i += 1) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > view.byteLength) return 0;
    if (view.getUint16(entry, little) === ORIENTATION) return turns[view.getUint16(entry + 8, little)] ?? 0;
  }
  return 0;
}
