import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { CliWords } from '../locale/cli.ts';
import type { Environment } from '../plan/types.ts';
import { CliFailure } from './failure.ts';

/**
 * Values of an environment's secrets, each from its variable, file or command; they live in memory
 * only. @throws {CliFailure} naming the secret that cannot be had, never its value.
 */
export function resolveSecrets(environment: Environment, words: CliWords): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, from] of Object.entries(environment.secrets)) {
    try {
      found[name] = secretFrom(from);
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      throw new CliFailure(words.run.secretMissing(name, why));
    }
  }
  return found;
}

function secretFrom(from: Environment['secrets'][string]): string {
  if ('variable' in from) {
    const value = process.env[from.variable];
    if (value === undefined) throw new Error(`$${from.variable} is not set`);
    return value;
  }
  if ('file' in from) return readFileSync(from.file, 'utf8').trimEnd();
  return execFileSync('/bin/sh', ['-c', from.command], {
    encoding: 'utf8',
    timeout: 30_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trimEnd();
}
