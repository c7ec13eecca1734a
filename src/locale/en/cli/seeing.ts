/** What the commands that only look at a run say. */
import type * as french from '../../fr/cli/seeing.ts';

export const report: typeof french.report = {
  toTerminal: 'An HTML page cannot be read in a terminal.',
  toTerminalRemedy: 'Give a file (-o report.html), or another format (--format md).',
  exists: file => `${file} exists already.`,
  existsRemedy: 'Give another name, or --force to replace it.',
  unwritable: (file, why) => `${file} cannot be written: ${why}`,
  written: file => `Written: ${file}`,
  underway: id => `${id} is not over: the report says where it stands.`,
  damaged: (line, why) =>
    `The journal is damaged at line ${line} (${why}): the report ends before it.`,
  none: 'No run in this folder.',
  noneRemedy: 'Begin one: bascule run plan.md --env rehearsal.',
  noPatch: id => `${id} teaches the plan nothing: there is no patch.`,
  noOther: name => `No other run to compare with for “${name}”.`,
  noOtherRemedy:
    'Give the name of a run, or that of an environment where this plan went to its end.',
  itself: id => `${id} would be compared with itself.`,
};

export const serve: typeof french.serve = {
  run: (id: string) => `Report of ${id}, live and read-only:`,
  address: (url: string) => `  ${url}`,
  tunnel: (command: string) => `From your own machine: ${command}, then http://localhost:8000/`,
  openHere: 'Any account of this machine can read it, unless a token is demanded: BASCULE_TOKEN=…',
  tokenAsked: 'The token of BASCULE_TOKEN is demanded: ?token=… the first time.',
  tokenMade: (url: string) => `The token, told this once: ${url}`,
  inClear: 'Not encrypted: whoever is on the network can read it. Prefer an SSH tunnel.',
  howToStop: 'Ctrl-C to end.',
  stopped: 'Ended: nothing is served any more.',
  portTaken: (port: number) => `Port ${port} is taken already.`,
  portRefused: (port: number) => `Port ${port} needs rights that you do not have.`,
  portRemedy: 'Give another one, above 1023, or none: a free port is chosen.',
  badAddress: (host: string) => `Cannot listen on “${host}”.`,
  addressRemedy: 'Give an address of this machine, or nothing: --host 127.0.0.1.',
  badToken: 'BASCULE_TOKEN: at least 16 characters, at most 256, no spaces, no accents.',
  badTokenRemedy:
    'To make one: export BASCULE_TOKEN=$(openssl rand -hex 16); to do without: unset BASCULE_TOKEN.',
  noPage: (why: string) => `The report cannot be made: ${why}`,
  readOnly: 'Read-only.',
  nothingHere: 'Nothing at this address. The report is at /.',
  otherName: 'This address is not that of this server: go through localhost.',
  tokenOwed: 'A token is demanded: add ?token=… to the address, the first time.',
  tooManyTokens: 'Too many tokens were tried. Wait a little.',
  tooManyReaders: 'Too many readers follow already; the page can be read, it does not update.',
};

export const verify: typeof french.verify = {
  empty: 'it holds no entry',
  whole: (id, entries) => `${id}: journal whole and untouched, ${entries} entries.`,
  hash: hash => `Hash of the journal: ${hash}`,
  torn: bytes => `The last line is incomplete (${bytes} bytes): never acknowledged.`,
  damaged: (id, line, why) => `${id}: damaged at line ${line}: ${why}`,
  outputs: intact => (intact === 1 ? '1 output intact.' : `${intact} outputs intact.`),
  unrecorded: (older, interactive) =>
    `Cannot be checked: ${older} without a hash (an older journal, or unreadable at the end), ` +
    `${interactive} interactive (output not recorded).`,
  output: (job, line, file, why) => `Output of ${job} (line ${line}): ${why}\n  ${file}`,
  whys: {
    missing: () => 'the file is not there any more',
    unreadable: (_expected, found) => `cannot be read from here (${found})`,
    'not-a-file': () => 'it is not a plain file',
    short: (expected, found) => `${expected} bytes expected, only ${found} are left`,
    changed: (expected, found) => `changed: hash expected ${expected}, found ${found}`,
  },
  badWitness: given => `"${given}": at least 8 hexadecimal digits expected.`,
  witness: (seq, line, time, by, text) =>
    `Witness: entry ${seq} (line ${line}), ${time}, ${by}: ${text}`,
  noWitness: given => `Witness ${given}: not in this journal.`,
};

export const watch: typeof french.watch = {
  over: id => `${id} is over: there is nothing more to wait for.`,
  instead: (replay, report) => `To see it again: ${replay}\nFor its report: ${report}`,
  following: id =>
    `Without a terminal: ${id} is watched, one line per fact, until its end. Ctrl-C to leave.`,
};
