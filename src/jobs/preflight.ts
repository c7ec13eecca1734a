/** What this host lacks for durable jobs, found before the first command. */
import { access, constants, readdir, readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { isThere } from './files.ts';

export interface HostWarning {
  code: 'not-linux' | 'missing-tool' | 'kill-user-processes';
  /** The platform, the tool's name, or `user=NAME linger=yes|no`. */
  detail: string;
  /** No job can run here. */
  fatal: boolean;
}

export interface Host {
  platform: string;
  /** Folders where commands are looked for, as in PATH. */
  path: string;
  user: string;
  /** Where `etc` and `run` are. */
  root: string;
}

/** What launching, watching and probing need, here and on remote hosts; interpreters are the plan's affair. */
const tools = ['flock', 'ln', 'mv', 'setsid', 'sleep', 'stat', 'sync', 'timeout'];

/** Everything that stands against durable jobs on this host, the fatal first. */
export async function preflightHost(given: Partial<Host> = {}): Promise<HostWarning[]> {
  const host: Host = {
    platform: process.platform,
    path: `/usr/local/bin:/usr/bin:/bin:${process.env.PATH ?? ''}`,
    user: userName(),
    root: '/',
    ...given,
  };
  if (host.platform !== 'linux') {
    return [{ code: 'not-linux', detail: host.platform, fatal: true }];
  }
  const missing = await Promise.all(tools.map(async tool => !(await isInstalled(tool, host.path))));
  const lacking = tools.filter((_, index) => missing[index]);
  return [
    ...lacking.map(detail => ({ code: 'missing-tool' as const, detail, fatal: true })),
    ...(await logoutWarnings(host)),
  ];
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Containers run under numbers that no password file knows.
    return '';
  }
}

async function isInstalled(tool: string, path: string): Promise<boolean> {
  const tries = path.split(':').map(folder =>
    access(join(folder, tool), constants.X_OK).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(tries)).includes(true);
}

/**
 * logind can end every process of a session at logout, a job's included, whatever they do about signals.
 * Lingering alone does not spare them, but makes `systemd-run --user --scope` a remedy.
 */
async function logoutWarnings({ root, user }: Host): Promise<HostWarning[]> {
  if (!(await isThere(join(root, 'run/systemd/seats')))) return [];
  const settings = await logindSettings(root);
  const named = (key: string) => (settings.get(key) ?? '').split(/\s+/).filter(Boolean);
  const only = named('KillOnlyUsers');
  const spared = settings.has('KillExcludeUsers') ? named('KillExcludeUsers') : ['root'];
  const kills =
    /^(yes|true|on|1)$/i.test(settings.get('KillUserProcesses') ?? '') &&
    !spared.includes(user) &&
    (only.length === 0 || only.includes(user));
  if (!kills) return [];
  const linger = (await isThere(join(root, 'var/lib/systemd/linger', user))) ? 'yes' : 'no';
  return [{ code: 'kill-user-processes', detail: `user=${user} linger=${linger}`, fatal: false }];
}

/** From the most to the least important, as systemd looks them up. */
const layers = ['etc', 'run', 'usr/local/lib', 'usr/lib'];

/** logind.conf, then its drop-ins by name; a drop-in hides those of the same name in lesser layers. */
async function logindSettings(root: string): Promise<Map<string, string>> {
  const folders = layers.map(layer => join(root, layer, 'systemd'));
  const mains = folders.map(folder => join(folder, 'logind.conf'));
  const dropIns = await Promise.all(
    folders.map(folder => dropInsOf(join(folder, 'logind.conf.d'))),
  );
  const byName = new Map(
    dropIns
      .reverse()
      .flat()
      .map(file => [basename(file), file]),
  );
  const main = (await Promise.all(mains.map(readQuietly))).find(text => text !== null) ?? '';
  const sorted = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
  const texts = await Promise.all(sorted.map(readQuietly));
  // As shipped, the file shows the defaults it was built with as comments.
  const defaults = main.match(/^#(KillUserProcesses=.*)$/m)?.[1] ?? '';
  return new Map([defaults, main, ...texts].flatMap(text => assignments(text ?? '')));
}

async function dropInsOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter(name => name.endsWith('.conf')).map(name => join(folder, name));
}

const readQuietly = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch(() => null);

const assignments = (text: string): [string, string][] =>
  [...text.matchAll(/^\s*(Kill\w+)\s*=\s*(.*?)\s*$/gm)].map(([, key, value]) => [key!, value!]);
