/** A status as glyph and word: a tone is never colour alone. */
import type { Tone } from '../view/types.ts';
import type { Reading } from './reading.ts';
import type {
  CheckpointFact,
  FailureFact,
  MessageFact,
  MetricFact,
  OutputFact,
  PrerequisiteFact,
} from './types.ts';

export interface Label {
  glyph: string;
  word: string;
  tone: Tone;
}

const glyphs: Record<Tone, string> = {
  normal: '·',
  muted: '·',
  good: '✓',
  warning: '!',
  bad: '✗',
  active: '●',
};

export function label(tone: Tone, word: string, glyph = glyphs[tone]): Label {
  return { glyph, word, tone };
}

/** Of a tone alone; '' has nothing to say. */
export function toneLabel({ said }: Reading, tone: Tone): Label {
  return label(tone, tone === 'normal' || tone === 'muted' ? '' : said.around.tones[tone]);
}

export function verdictLabel({ said }: Reading, verdict: 'go' | 'no-go'): Label {
  return label(verdict === 'go' ? 'good' : 'bad', said.around.checkpoints.verdicts[verdict]);
}

/** What sort of checkpoint it is, unless its title says so already. */
export function checkpointKind({ said }: Reading, { kind, title }: CheckpointFact): string {
  const word = said.around.checkpoints.kinds[kind];
  const bare = (text: string) => text.toLowerCase().replace(/\s/g, '');
  const isNamed = kind === 'validation' || kind === 'checklist' || bare(title).includes(bare(word));
  return isNamed ? '' : word;
}

/** Nobody looked at a checkpoint: not yet, or never. */
export function notLookedText({ said, report }: Reading): string {
  const { notLooked, neverLooked } = said.around.checkpoints;
  return report.run.endedAt === null ? notLooked : neverLooked;
}

/** As messages carry it and the cockpit shows it: who kept those digits can compare. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}

const marks = { open: 'normal', pass: 'good', fail: 'bad' } as const;

export function markLabel(
  { said }: Reading,
  mark: CheckpointFact['criteria'][number]['mark'],
): Label {
  const glyph = mark === 'open' ? '□' : undefined;
  return label(marks[mark], said.around.checkpoints.marks[mark], glyph);
}

export function failureLabel({ said }: Reading, kind: FailureFact['kind']): Label {
  const known = kind === 'failed' || kind === 'revoked';
  return label('bad', said.around.failures.kinds[kind], known ? undefined : '?');
}

const messageTones = {
  none: 'muted',
  sent: 'good',
  told: 'good',
  failed: 'bad',
  doubt: 'warning',
  queued: 'active',
} as const;

export function messageLabel({ said }: Reading, status: MessageFact['status']): Label {
  const glyph = status === 'doubt' ? '?' : undefined;
  return label(messageTones[status], said.around.messages.statuses[status], glyph);
}

const prerequisiteTones = {
  met: 'good',
  failed: 'bad',
  waived: 'warning',
  open: 'normal',
} as const;

export function prerequisiteLabel({ said }: Reading, status: PrerequisiteFact['status']): Label {
  const glyph = status === 'waived' ? '↷' : status === 'open' ? '□' : undefined;
  return label(prerequisiteTones[status], said.around.prerequisites.statuses[status], glyph);
}

/** A person's word stands where no figure was compared. */
export function metricLabel({ said }: Reading, { last, judged }: MetricFact): Label {
  const words = said.around.metrics.verdicts;
  const verdict = last?.verdict === 'pass' || last?.verdict === 'fail' ? last : judged;
  if (verdict?.verdict === 'pass') return label('good', words.pass);
  if (verdict?.verdict === 'fail') return label('bad', words.fail);
  return last ? label('normal', words.none) : label('muted', words.missing);
}

/** How a job ended, or that it did not. */
export function outputLabel({ said, report }: Reading, output: OutputFact): Label {
  const words = said.around.outputs;
  if (output.ok === true) return label('good', words.ok);
  if (output.ok === false) return label('bad', words.failed);
  const over = output.endedAt !== null || report.run.endedAt !== null;
  return over ? label('warning', words.unknown, '?') : label('active', words.running);
}
