import { expect } from 'chai';
import { printable } from '../../src/infrastructure/printing/characters.js';
import {
  openTypefaces,
  UncoveredCharacterError,
  UnreadableFontError,
} from '../../src/infrastructure/printing/fonts.js';
import { printLetter } from '../../src/infrastructure/printing/letter-printer.js';
import { letterOf, paragraphOf } from '../support/letters.js';
import { readPdf } from '../support/pdf-text.js';
import { sealPicture } from '../support/seal-picture.js';

describe('characters in a letter', () => {
  it('prints rare names so that they can be read back', async () => {
    for (const name of ['张𬱖', '李㛃', '王堃', '赵䶮', '阿依古丽·买买提']) {
      const file = await readPdf(await printLetter(letterOf({ blocks: [{ kind: 'salutation', to: name }] })));
      expect(file.text).to.include(`${name}：`);
    }
  });

  it('prints rare names in each type, also in the title', async () => {
    const file = await readPdf(
      await printLetter(
        letterOf({
          title: '关于𬱖㛃申请的答复',
          blocks: [
            { kind: 'heading', level: 1, text: '一、堃䶮' },
            { kind: 'quote', text: '𬱖㛃堃䶮' },
          ],
        }),
      ),
    );
    for (const words of ['关于𬱖㛃申请的答复', '一、堃䶮', '𬱖㛃堃䶮']) expect(file.text).to.include(words);
  });

  it('refuses a letter with characters that no font has, naming each once', async () => {
    const blocks = [paragraphOf('姓名：𠀀𠀀'), paragraphOf('😀')];
    const error = await refusal(printLetter(letterOf({ blocks })));
    if (!(error instanceof UncoveredCharacterError)) throw new Error(`not refused: ${String(error)}`);
    expect(error.characters).to.deep.equal(['𠀀', '😀']);
    expect(error.message).to.match(/^“𠀀”（U\+20000）、“😀”（U\+1F600）没有可用的字形，请/u);
  });

  it('refuses them wherever they stand', async () => {
    const places = [
      letterOf({ issuer: '😀' }),
      letterOf({ number: '😀' }),
      letterOf({ title: '😀' }),
      letterOf({ attachments: ['😀'] }),
      letterOf({ copyTo: ['😀'] }),
      letterOf({ draftMark: '😀' }),
      letterOf({ blocks: [{ kind: 'table', columns: [{ heading: '名' }], rows: [[{ text: '😀' }]] }] }),
    ];
    for (const letter of places)
      expect(await refusal(printLetter(letter))).to.be.instanceOf(UncoveredCharacterError);
  });

  it('says which font file cannot be read', async () => {
    const typefaces = openTypefaces({ body: ['/nowhere/仿宋.ttf'] });
    const error = await refusal(printLetter(letterOf(), typefaces));
    expect(error).to.be.instanceOf(UnreadableFontError);
    expect(String(error)).to.include('/nowhere/仿宋.ttf');
  });

  it('reads 康熙部首 as the characters they show and drops what has no ink', () => {
    expect(printable('⾏政\u200b复议\u00a0法\ufeff')).to.equal('行政复议 法');
    expect(printable('一\r\n二')).to.equal('一\n二');
  });

  it('prints what phones and web pages write, as print writes it, and never another number', async () => {
    const written = '☑️同意 ☐不同意 ✔ ✖ ◼ CO₂、PM₂.₅ 葛\u{e0100}先生';
    const file = await readPdf(await printLetter(letterOf({ blocks: [paragraphOf(written)] })));
    expect(file.text)
      .to.include('√同意')
      .and.include('□不同意')
      .and.include('CO2、PM2.5')
      .and.include('葛先生');
    const raised = await refusal(printLetter(letterOf({ blocks: [paragraphOf('投资10⁶元')] })));
    expect(raised).to.be.instanceOf(UncoveredCharacterError).and.have.property('status', 422);
  });

  it('gives equal bytes for equal letters, whatever was printed between', async () => {
    const signature = { ...letterOf().signature, seal: { png: sealPicture() } };
    const letter = letterOf({ signature, blocks: [paragraphOf('行政复议①——“完”')] });
    const first = await printLetter(letter);
    await printLetter(letterOf({ blocks: [paragraphOf('➀⾏𬱖')] }));
    expect((await printLetter(letter)).equals(first)).to.equal(true);
  });

  it('keeps a title with marks of markup readable in the file’s own description', async () => {
    const bytes = await printLetter(letterOf({ title: '关于A&B<丙>的答复' }));
    const metadata = bytes.toString('utf8').match(/<rdf:li xml:lang="x-default">(.*?)<\/rdf:li>/u)?.[1];
    expect(metadata).to.equal('关于A＆B＜丙＞的答复');
  });
});

async function refusal(printing: Promise<unknown>): Promise<unknown> {
  return printing.then(
    () => undefined,
    (error: unknown) => error,
  );
}
