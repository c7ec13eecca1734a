/** Why a mail server did not take a message, from nodemailer's errors. */
import type { NodemailerError } from 'nodemailer/lib/errors';
import { isAboutCertificate } from '../../reach/codes.ts';
import { detailOf } from '../../reach/one-line.ts';
import type { DeliveryFailure } from '../types.ts';

export interface SmtpFailure {
  why: DeliveryFailure;
  detail: string;
  /** The server answered: it has not taken the message. */
  answered: boolean;
}

/** RFC 4954: a login is required, too weak, or wrong. */
const aboutLogin = [530, 534, 535, 538];

export function failureOf(error: NodemailerError, secrets: readonly string[]): SmtpFailure {
  const answered = (error.responseCode ?? 0) >= 400;
  return { why: whyOf(error), detail: detailOf(saidBy(error), secrets), answered };
}

function whyOf(error: NodemailerError): DeliveryFailure {
  const { code, originalCode = '', responseCode = 0 } = error;
  if (isAboutCertificate(originalCode)) return 'certificate';
  if (code === 'EAUTH' || aboutLogin.includes(responseCode)) return 'login';
  if (code === 'ETIMEDOUT') return 'timeout';
  // The server's limit, told before anything was sent.
  const tooLong = code === 'EMESSAGE' && error.command === 'MAIL FROM';
  return responseCode >= 400 || tooLong ? 'refused' : 'unreachable';
}

/** The step and the server's answer; else the system's own code, or what nodemailer missed. */
function saidBy({ command, response, originalCode, message, rejected = [] }: NodemailerError) {
  if (rejected.length > 0) return `${rejected.join(', ')}: ${response}`;
  if (response) return command && command !== 'CONN' ? `${command}: ${response}` : response;
  return originalCode ?? message;
}
