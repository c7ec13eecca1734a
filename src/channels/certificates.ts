/** Whose certificates a channel believes, and how a refused one is known. */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { codeOf } from './detail.ts';
import { Unusable } from './unusable.ts';

/** OpenSSL's verdicts on a chain, and Node's own on the name: https://nodejs.org/api/tls.html, “X509 certificate error codes”. */
const verdicts =
  /^(CERT_|CRL_|DEPTH_ZERO_|ERROR_IN_CE?R|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH_|SELF_SIGNED_|UNABLE_TO_)/;

/** Was the server's certificate refused? */
export function isAboutCertificate(code: string): boolean {
  return verdicts.test(code);
}

/**
 * The authority's own certificates, which replace those that Node knows; undefined without a file.
 * @throws {Unusable} when the file cannot be read, or holds no certificate.
 */
export async function readAuthority(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    const pem = await readFile(file, 'utf8');
    void new X509Certificate(pem);
    return pem;
  } catch (error) {
    throw new Unusable(`ca: ${codeOf(error)}`);
  }
}
