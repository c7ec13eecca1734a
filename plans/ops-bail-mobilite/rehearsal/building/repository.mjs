/** The application's repository, with its two versions, and the checkout that stands for the server's. */
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './git.mjs';

const VERSIONS = join(import.meta.dirname, '../app');
const DOCUMENTS = join(import.meta.dirname, '../../docs');

/** Files whose name would mean something where they are kept: `dot-gitignore` is `.gitignore`. @param {string} folder */
function nameDotFiles(folder) {
  for (const name of readdirSync(folder).filter(name => name.startsWith('dot-'))) {
    renameSync(join(folder, name), join(folder, `.${name.slice(4)}`));
  }
}

/** Lays one version over the last, commits, tags. @param {string} work @param {string} version */
function commit(work, version) {
  cpSync(join(VERSIONS, version), work, { recursive: true });
  cpSync(DOCUMENTS, join(work, 'docs'), { recursive: true });
  nameDotFiles(work);
  git(work, 'add', '--all');
  git(work, 'commit', '--quiet', '--message', `Version ${version}`);
  git(work, 'tag', '--annotate', '--message', `Version ${version}`, version);
  git(work, 'push', '--quiet', 'origin', 'main', version);
}

/**
 * v1.0.0 reaches the origin after the clone was made: only `git fetch origin` brings it.
 * @param {import('../tools/target/paths.mjs').Target} target
 */
export function buildRepository(target) {
  const work = join(target.root, 'authoring');
  mkdirSync(work, { recursive: true });
  git(target.root, 'init', '--quiet', '--bare', '--initial-branch=main', target.origin);
  git(work, 'init', '--quiet', '--initial-branch=main');
  git(work, 'remote', 'add', 'origin', target.origin);
  commit(work, 'v0.9.0');
  git(target.root, 'clone', '--quiet', '--no-hardlinks', target.origin, target.app);
  git(target.app, 'checkout', '--quiet', 'v0.9.0');
  commit(work, 'v1.0.0');
  rmSync(work, { recursive: true });
}
