import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { addDays } from '../../src/domain/time/local-date.js';
import { settings } from '../../src/infrastructure/settings.js';
import { today } from '../../src/infrastructure/today.js';
import type { ApplicationRecord } from '../../src/records/application/application.js';
import { AttachmentRecord } from '../../src/records/paper/attachment.js';
import { act, applicantForEach, apply, confirmed, follow } from '../support/applicant.js';
import type { Program } from '../support/program.js';
import type { Arrived, Visitor } from '../support/visitor.js';

const FOLLOW = '/public/follow';
const REASONS = `${FOLLOW}/reasons`;
const MEGABYTE = 1024 * 1024;

const text = (name: string, says = name): File => new File([says], name, { type: 'text/plain' });
const pdf = (name: string, megabytes: number): File =>
  new File(['%PDF-1.4\n', Buffer.alloc(megabytes * MEGABYTE)], name);

describe('papers that an applicant sends later', function () {
  this.timeout(60_000);
  let program: Program;
  let applicant: Visitor;
  let application: ApplicationRecord;

  applicantForEach((opened, visitor) => {
    program = opened;
    applicant = visitor;
  });

  beforeEach(async () => {
    const code = await apply(applicant);
    application = await confirmed(program);
    await act(
      program,
      application,
      { type: 'application.assigned', on: today(), handler: '王经办' },
      { type: 'reasons.asked', on: today(), facts: '本月第 20 件。', until: addDays(today(), 10) },
    );
    await follow(applicant, code);
  });

  const send = (files: File[], words = ''): Promise<Arrived> =>
    applicant.upload(FOLLOW, REASONS, { words }, { files });
  const kept = async (): Promise<string[]> =>
    (await program.dataSource.manager.find(AttachmentRecord)).map(({ name }) => name);

  it('are refused one like another, in words that say what to do, and nothing of them is kept', async () => {
    const refusals: readonly (readonly [File[], string])[] = [
      [[text('材料.txt'), new File(['MZ\u0000\u0001'], '程序.exe')], '“程序.exe”的内容不是 PDF'],
      [[new File(['<html><script>alert(1)</script>'], '网页.html')], '“网页.html”的内容不是 PDF'],
      [[text('材料.txt'), text('空.txt', '')], '“空.txt”是空的'],
      [[pdf('大.pdf', 21)], '“大.pdf”超过 20 MB'],
      [Array.from({ length: 11 }, (_, i) => text(`${i}.txt`)), '最多上传 10 个文件'],
      [Array.from({ length: 40 }, (_, i) => text(`${i}.txt`)), '最多上传 10 个文件'],
    ];
    for (const [files, says] of refusals) {
      const { status, text: page } = await send(files, '我的理由');
      expect(status, says).to.equal(422);
      expect(page).to.contain(says).and.to.contain('我的理由</textarea>');
    }
    const tooLong = await send([text('材料.txt')], '长'.repeat(10_001));
    expect(tooLong.status).to.equal(422);
    expect(tooLong.text).to.contain('现有 10001 个字').and.to.contain('刚才选的文件没有留下，请重新选择');
    expect(await kept()).to.deep.equal([]);
    expect(readdirSync(join(settings().dataDir, 'uploads'))).to.deep.equal([]);
  });

  it('that no form may bring are told as such, not as a broken address', async () => {
    const large = await send([pdf('更大.pdf', 26)]);
    expect([large.status, large.text.includes('文件过大')]).to.deep.equal([413, true]);
    const many = await send(Array.from({ length: 101 }, (_, i) => text(`${i}.txt`)));
    expect(many.status).to.equal(422);
    expect(many.text).to.contain('一次上传的文件太多，请分几次上传');
  });

  it('are kept once however often they are sent, are shown as received, and are ten at most', async () => {
    const twice = await send([text('甲.txt'), text('甲（又）.txt', '甲.txt')], '办理诉讼所需');
    const { text: page } = await applicant.follow(twice);
    expect(page).to.contain('您已经交来').and.to.contain('甲.txt').and.not.to.contain('甲（又）');
    await send([text('甲.txt')], '办理诉讼所需');
    expect(await kept()).to.have.lengthOf(2);
    const more = await send(Array.from({ length: 9 }, (_, i) => text(`${i}.txt`)));
    expect(more.status).to.equal(422);
    expect(await kept()).to.have.lengthOf(2);
  });

  it('are not taken once nobody waits for them; what was typed is given back', async () => {
    const { text: page } = await applicant.get(FOLLOW);
    const _csrf = /name="_csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';
    await act(program, application, { type: 'reasons.given', on: today(), reasonable: 'yes' });
    for (const address of [REASONS, `${FOLLOW}/correction`]) {
      const late = await applicant.upload(
        FOLLOW,
        address,
        { _csrf, words: '迟到的话' },
        { files: [text('迟.txt')] },
      );
      expect(late.status).to.equal(422);
      expect(late.text).to.contain('进度已经变化').and.to.contain('>迟到的话</textarea>');
    }
    expect(await kept()).to.deep.equal([]);
  });
});
