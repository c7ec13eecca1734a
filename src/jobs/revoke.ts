/** Making sure that a job never starts. */
import { randomUUID } from 'node:crypto';
import { link, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createDurable, isThere, syncFolder } from './files.ts';
import { buildFolder, makeJobsFolder } from './folder.ts';
import { readClaim } from './probe.ts';
import { revocationText } from './records.ts';

/**
 * Takes the claim before a wrapper does; linking is atomic, so exactly one of them wins.
 * @returns true: it never started and never can. False: it started, or its folder says that it may have.
 * @throws on a full disk: nothing is certain then.
 */
export async function revokeFolder(folder: string, why: string): Promise<boolean> {
  const content = revocationText(why);
  if (!(await isThere(folder))) {
    await makeJobsFolder(dirname(folder));
    await buildFolder(folder, { claim: { content, mode: 0o600 } });
  }
  // An outcome without a claim: somebody took the claim away.
  if (!(await isThere(join(folder, 'exit')))) await linkClaim(folder, content);
  return (await readClaim(folder))?.kind === 'revoked';
}

async function linkClaim(folder: string, content: string): Promise<void> {
  const draft = join(folder, `revocation.${randomUUID()}`);
  await createDurable(draft, content);
  try {
    await link(draft, join(folder, 'claim'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  await syncFolder(folder);
}
