import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { privateFolder } from '../../src/infrastructure/folders.js';
import { sendMail } from '../../src/infrastructure/mail.js';

describe('mail without a server', () => {
  it('is laid in the outbox, whole', async () => {
    const id = await sendMail({
      to: 'zhang@example.cn',
      subject: '政府信息公开申请答复',
      text: '请查收附件。',
    });
    const folder = privateFolder('outbox');
    const names = readdirSync(folder);
    expect(names).to.have.length(1);
    const mail = readFileSync(join(folder, names[0] ?? ''), 'utf8');
    expect(mail)
      .to.include(id)
      .and.include('To: zhang@example.cn')
      .and.match(/^Subject: =\?UTF-8\?/m);
  });
});
