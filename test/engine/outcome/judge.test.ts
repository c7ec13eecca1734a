import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/engine/outcome/judge.ts';
import type { CommandAttributes } from '../../../src/plan/types.ts';

interface Case {
  name: string;
  attributes?: CommandAttributes;
  code?: number;
  timedOut?: boolean;
  /** In pieces, as a file may be read. */
  output?: string[];
  secrets?: string[];
  expected: Awaited<ReturnType<typeof judge>>;
}

const cases: Case[] = [
  { name: 'exit 0 is success', expected: { ok: true } },
  { name: 'any other exit is a failure', code: 3, expected: { ok: false } },
  { name: 'unless `ok` names it', code: 3, attributes: { ok: [0, 3] }, expected: { ok: true } },
  {
    name: 'the time limit is a failure whatever `ok` says',
    code: 124,
    timedOut: true,
    attributes: { ok: [124], timeout: 5 },
    expected: { ok: false, why: 'time limit' },
  },
  {
    name: '`refuse` catches a tool that exits 0 and prints Error',
    attributes: { refuse: '/error/i' },
    output: ['fine\n', '  Err', 'or: no such table\n'],
    expected: { ok: false, why: 'refuse /error/i: Error: no such table' },
  },
  {
    name: '`expect` owes a line',
    attributes: { expect: '/^Migrated: \\d+$/' },
    output: ['Migrated: none\n'],
    expected: { ok: false, why: 'expect /^Migrated: \\d+$/' },
  },
  {
    name: '`expect` finds a line in the middle, across pieces and carriage returns',
    attributes: { expect: '/^Migrated: \\d+$/' },
    output: ['10%\r50%\rMigra', 'ted: 220\r\nbye\n'],
    expected: { ok: true },
  },
  {
    name: '`capture` binds the last line that says something',
    attributes: { capture: 'version' },
    output: ['looking\nv0.9.0\n', '\n'],
    expected: { ok: true, captured: { version: 'v0.9.0' } },
  },
  {
    name: 'FAULTS 44: a captured value that a shell would interpret is refused',
    attributes: { capture: 'version' },
    output: ['v1; rm -rf /\n'],
    expected: { ok: false, why: 'capture version: ";"' },
  },
  {
    name: 'nothing to capture is a failure',
    attributes: { capture: 'version' },
    output: ['\n'],
    expected: { ok: false, why: 'capture version: no output' },
  },
  {
    name: 'FAULTS 42: a quoted line shows no secret, not one that a colour splits either',
    attributes: { refuse: '/denied/' },
    output: ['denied: hunter22 hun\u001b[31mter22\n'],
    secrets: ['hunter22'],
    expected: { ok: false, why: 'refuse /denied/: denied: ******** ********' },
  },
  {
    name: 'FAULTS 42: a captured secret is refused, and not named',
    attributes: { capture: 'version' },
    output: ['hunter22\n'],
    secrets: ['hunter22'],
    expected: { ok: false, why: 'capture version: secret' },
  },
];

describe('judge', () => {
  it.each(cases)('$name', async ({ attributes = {}, code = 0, output = [], ...rest }) => {
    const command = {
      index: 0,
      language: 'bash',
      script: '',
      runnable: true,
      variables: [],
      attributes,
      line: 1,
      column: 1,
    };
    async function* pieces() {
      yield* output;
    }
    const outcome = await judge({
      command,
      code,
      timedOut: rest.timedOut ?? false,
      output: pieces(),
      declarations: [{ name: 'version' }],
      secrets: rest.secrets ?? [],
    });
    expect(outcome).toEqual(rest.expected);
  });
});
