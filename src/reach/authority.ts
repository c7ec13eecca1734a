/** Whose certificates are believed. */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { codeOf } from './codes.ts';
import { Unusable } from './unusable.ts';

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
    throw new Unusable('ca', codeOf(error));
  }
}
