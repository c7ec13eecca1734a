import type { Command, VariableDeclaration } from '../../plan/types.ts';
import { substitute } from '../../plan/variables.ts';
import { plainMasked } from './secrets.ts';

export interface Outcome {
  /** The command did what its author expects of it. */
  ok: boolean;
  /** Why not, when the code alone does not say. */
  why?: string;
  captured?: Record<string, string>;
}

export interface OutcomeInput {
  command: Command;
  code: number;
  timedOut: boolean;
  /** Its output went to the terminal: the exit code alone judges it. */
  interactive?: boolean;
  /** Output up to the exit, as text, in pieces of any size. */
  output: AsyncIterable<string>;
  declarations: VariableDeclaration[];
  /** Values that must never be journaled. */
  secrets: readonly string[];
}

/** Judges a finished command by its exit code, then `expect` and `refuse`, then what it was to capture. */
export async function judge(input: OutcomeInput): Promise<Outcome> {
  const { expect, refuse, capture, ok = [0] } = input.command.attributes;
  if (input.timedOut) return { ok: false, why: 'time limit' };
  if (!ok.includes(input.code)) return { ok: false };
  if (input.interactive) return { ok: true };
  if (expect === undefined && refuse === undefined && capture === undefined) return { ok: true };
  const seen = await scan(input.output, expect, refuse);
  if (seen.refused !== undefined) {
    return { ok: false, why: `refuse ${refuse}: ${quoted(seen.refused, input.secrets)}` };
  }
  if (expect !== undefined && !seen.expected) return { ok: false, why: `expect ${expect}` };
  return capture === undefined ? { ok: true } : captured(capture, seen.last, input);
}

/** A line of output as it may be journaled: its secrets covered first, then cut. */
const quoted = (line: string, secrets: readonly string[]): string =>
  plainMasked(line, secrets).trim().slice(0, 200);

function captured(name: string, value: string, input: OutcomeInput): Outcome {
  if (value === '') return { ok: false, why: `capture ${name}: no output` };
  if (input.secrets.some(secret => secret !== '' && value.includes(secret))) {
    return { ok: false, why: `capture ${name}: secret` };
  }
  const checked = substitute(`{{${name}}}`, { [name]: value }, input.declarations);
  if ('script' in checked) return { ok: true, captured: { [name]: value } };
  const character = 'bad' in checked ? JSON.stringify(checked.bad.character) : '';
  return { ok: false, why: `capture ${name}: ${character}` };
}

interface Seen {
  expected: boolean;
  /** First line that `refuse` matched. */
  refused?: string;
  /** Last line with something on it. */
  last: string;
}

/** Lines longer than this are judged by their beginning: output has no bound, memory has. */
const longestLine = 65_536;

async function scan(
  output: AsyncIterable<string>,
  expect: string | undefined,
  refuse: string | undefined,
): Promise<Seen> {
  const wanted = expect === undefined ? undefined : regularExpression(expect);
  const unwanted = refuse === undefined ? undefined : regularExpression(refuse);
  const seen: Seen = { expected: false, last: '' };
  for await (const line of linesOf(output)) {
    if (wanted?.test(line)) seen.expected = true;
    if (seen.refused === undefined && unwanted?.test(line)) seen.refused = line;
    if (line.trim() !== '') seen.last = line.trim();
  }
  return seen;
}

async function* linesOf(output: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of output) {
    const lines = (rest + piece).split(/\r\n|[\r\n]/);
    rest = (lines.pop() ?? '').slice(0, longestLine);
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** From `/source/flags`, as checked by the compiler. */
function regularExpression(text: string): RegExp {
  const parts = /^\/(.*)\/([a-z]*)$/s.exec(text);
  return parts ? new RegExp(parts[1]!, parts[2]!.replace('g', '')) : new RegExp(text);
}
