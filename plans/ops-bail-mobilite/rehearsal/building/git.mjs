import { execFileSync } from 'node:child_process';

/** Nothing of the operator's own git configuration (hooks, signatures, line endings) has a say here. */
const ENVIRONMENT = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ops',
  GIT_AUTHOR_EMAIL: 'ops@example.org',
  GIT_COMMITTER_NAME: 'Ops',
  GIT_COMMITTER_EMAIL: 'ops@example.org',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

/**
 * @param {string} folder @param {...string} args
 * @throws {Error} with git's own words
 */
export function git(folder, ...args) {
  execFileSync('git', args, { cwd: folder, env: ENVIRONMENT, stdio: ['ignore', 'ignore', 'pipe'] });
}
