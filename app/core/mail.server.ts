import nodemailer from 'nodemailer';

/** One plain-text letter. */
export interface Letter {
  recipient: string;
  subject: string;
  body: string;
}

/** Sends a letter or throws; made once per program. */
export type SendLetter = (letter: Letter) => Promise<void>;

/** A sender over SMTP; null when the installation has no mail server, then links are shown to copy instead. */
export function openMail(smtpUrl: string | null, sender: string): SendLetter | null {
  if (smtpUrl === null) return null;
  const transport = nodemailer.createTransport({ url: smtpUrl, connectionTimeout: 5_000, socketTimeout: 8_000 });
  return async ({ recipient, subject, body }) => {
    await transport.sendMail({ from: sender, to: recipient, subject, text: body });
  };
}
