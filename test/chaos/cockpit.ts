/** The built program without a terminal, on a host that is slow or a disk that fails where that was asked. */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bytesOf } from './proof/records.ts';
import { slowHost } from './slow-host.ts';

const launcher = path.resolve(import.meta.dirname, '../../bin/bascule.js');
const frailDisk = pathToFileURL(path.join(import.meta.dirname, 'fixtures/frail-disk.mjs')).href;

export interface Conditions {
  /** Looking at a lock takes up to 160 ms. */
  slow: boolean;
  /** Share of the journal's writes and syncs that fail. */
  failing: number;
}

export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
}

export interface Cockpit {
  pid: number;
  /** False once it is gone. */
  lives(): boolean;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<End>;
  /** Bytes of the journal that a power cut would leave. */
  durable(): number;
  /** Jobs whose folder it built before their start was durable: there must be none. */
  hasty(): string[];
}

/** Starts the program with these arguments, and `--home`. */
export function startCockpit(home: string, args: readonly string[], how: Conditions): Cockpit {
  const synced = path.join(home, 'synced');
  const disk = `${frailDisk}?synced=${encodeURIComponent(synced)}&failing=${how.failing}`;
  const line = ['--import', disk, launcher, ...args, '--home', home, '--lang', 'en'];
  const { PATH = '', HOME = '/', USER = 'operator' } = process.env;
  const env = { HOME, USER, PATH: how.slow ? `${slowHost(home)}:${PATH}` : PATH };
  fs.rmSync(synced, { force: true });
  const child = spawn(process.execPath, line, { stdio: ['ignore', 'ignore', 'pipe'], env });
  const lives = () => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid!,
    lives,
    kill: signal => void child.kill(signal),
    ended: endOf(child),
    hasty: () => bytesOf(`${synced}.early`).toString().split('\n').filter(Boolean),
    durable: () => Number(bytesOf(synced).toString()) || Infinity,
  };
}

function endOf(child: ChildProcess): Promise<End> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', text => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stderr }));
  });
}
