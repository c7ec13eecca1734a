/** The journal as sentences. */
import type { Entry } from '../../machines/entries.ts';
import { sentenceOf, toneOf } from './log/sentences.ts';
import { type Scene, sceneOf } from './scene/scene.ts';
import { clockSeconds } from './schedule/time.ts';
import type { LogLine, ViewInput } from './types.ts';
import { isDecision, witnessAt } from './witness.ts';

const recent = 200;

/** Lines of the entries `from` (included) to `to` (excluded), by position in `input.entries`. */
export function logLines(input: ViewInput, range: { from: number; to: number }): LogLine[] {
  return linesOf(sceneOf(input), range.from, range.to);
}

/** The last lines of the journal, newest last. */
export function recentLines(scene: Scene): LogLine[] {
  const { length } = scene.input.entries;
  return linesOf(scene, length - recent, length);
}

function linesOf(scene: Scene, from: number, to: number): LogLine[] {
  const lines = linesKnown(scene);
  return scene.input.entries.slice(Math.max(0, from), Math.max(0, to)).map(entry => {
    const known = lines.get(entry);
    if (known) return known;
    const line = lineOf(scene, entry);
    // Its jobs are not known yet when a replay stands before it.
    if (entry.seq <= scene.context.seq) lines.set(entry, line);
    return line;
  });
}

const known = new WeakMap<Scene['outline'], Map<string, WeakMap<Entry, LogLine>>>();

/** An entry never changes, so neither does its line. */
function linesKnown({ outline, input, zone }: Scene): WeakMap<Entry, LogLine> {
  const byLook = known.get(outline) ?? new Map<string, WeakMap<Entry, LogLine>>();
  known.set(outline, byLook);
  const key = `${input.language} ${input.ascii} ${zone} ${input.hashOf !== undefined}`;
  const lines = byLook.get(key) ?? new WeakMap<Entry, LogLine>();
  byLook.set(key, lines);
  return lines;
}

function lineOf(scene: Scene, entry: Entry): LogLine {
  return {
    seq: entry.seq,
    time: clockSeconds(Date.parse(entry.at), scene.zone),
    by: scene.text(entry.by),
    text: scene.text(sealed(scene, entry)),
    tone: toneOf(entry),
  };
}

/** What was decided comes with the hash of its entry. */
function sealed(scene: Scene, entry: Entry): string {
  const sentence = sentenceOf(scene, entry);
  const witness = isDecision(entry) ? witnessAt(scene, entry.seq) : null;
  return witness ? scene.words.seen.witness.sealed(sentence, witness.hash) : sentence;
}
