import { randomBytes } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { privateFolder } from './folders.js';
import { log } from './log.js';
import { settings } from './settings.js';
import { now } from './today.js';

/** A mail to one person. Text is plain; files are attached as they are. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly { readonly filename: string; readonly content: Buffer }[];
}

let transport: Transporter | undefined;

/**
 * Sends a mail by SMTP_URL; without it the mail is laid as an .eml file into DATA_DIR/outbox.
 * Resolves with the message id. Throws when the server refuses; neither log nor error names the receiver.
 */
export async function sendMail(mail: Mail): Promise<string> {
  const message: SendMailOptions = {
    from: settings().mailFrom,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    date: now(),
    attachments: mail.attachments?.map((file) => ({ ...file })) ?? [],
  };
  const { smtpUrl } = settings();
  return smtpUrl === undefined ? layInOutbox(message) : deliver(message, smtpUrl);
}

async function deliver(message: SendMailOptions, smtpUrl: string): Promise<string> {
  transport ??= createTransport(smtpUrl);
  try {
    const sent = (await transport.sendMail(message)) as { messageId: string };
    log().info({ messageId: sent.messageId }, 'mail sent');
    return sent.messageId;
  } catch (error) {
    // The server's own words may repeat the address, hence no cause below.
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    log().warn({ code, responseCode }, 'mail refused');
    // eslint-disable-next-line preserve-caught-error -- see above
    throw new Error(`邮件没有发出（${responseCode ?? code ?? '原因不明'}），请检查邮件服务器设置后重试。`);
  }
}

async function layInOutbox(message: SendMailOptions): Promise<string> {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const written = (await writer.sendMail(message)) as unknown as { messageId: string; message: Buffer };
  const name = `${now().toISOString().replace(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}.eml`;
  const file = join(privateFolder('outbox'), name);
  await writeFile(`${file}.new`, written.message, { mode: 0o600 });
  await rename(`${file}.new`, file);
  log().info({ file: name }, 'mail laid in the outbox');
  return written.messageId;
}
