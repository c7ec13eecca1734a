/** A real mail server on loopback, and the channel that speaks to it. */
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { SmtpChannel } from '../../../src/channels/smtp/mail.ts';

export interface Letter {
  from: string;
  to: string[];
  /** Headers and body, as they came. */
  text: string;
  /** Came over TLS. */
  secure: boolean;
}

export interface MailServer {
  port: number;
  letters: Letter[];
}

/** Without TLS or login, unless `options` say otherwise. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope, secure }, done) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      const to = envelope.rcptTo.map(one => one.address);
      let text = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        text += chunk;
      });
      stream.on('end', () => {
        letters.push({ from, to, text, secure });
        done(null, 'queued as 4D2');
      });
    },
    ...options,
  });
  server.on('error', () => {});
  const { port } = await new Promise<{ port: number }>(resolve => {
    const listener = server.listen(0, '127.0.0.1', () =>
      resolve(listener.address() as { port: number }),
    );
  });
  onTestFinished(() => new Promise<void>(resolve => server.close(resolve)));
  return { port, letters };
}

export function mail(port: number, more: Partial<SmtpChannel> = {}): SmtpChannel {
  return {
    type: 'smtp',
    host: '127.0.0.1',
    port,
    security: 'none',
    from: 'Déploiement <ops@example.org>',
    to: ['direction@example.org', 'Équipe <team@example.org>'],
    names: [],
    timeout: 10,
    ...more,
  };
}
