import { among } from './among.ts';
import { around } from './around-en.ts';
import type { Texts } from './codes.ts';
import { decisions } from './decisions-en.ts';

const units: Record<string, string> = {
  characters: 'characters',
  lines: 'lines',
  line: 'characters on one line',
};

/** Names of what YAML holds; anything else is an example, said as it is. */
const kinds: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map (key: value)',
  record: 'a map (key: value)',
};

/** Where an attribute stands in vain, and what to do instead. */
const misplaced: Record<string, readonly [string, string]> = {
  heading: ['on a heading', 'Write it on the step or on its command block.'],
  check: [
    'on a check: it looks, by itself, and does nothing else',
    'Remove it; a check takes timeout, ok, expect, refuse, on, dir.',
  ],
  prerequisite: [
    'on a prerequisite',
    'A prerequisite only takes proof=run, proof=run:staging or proof=rollback.',
  ],
  timeline: [
    'on a block of the timeline: a step of the rollback has proofs',
    'Move this block under the step of the rollback that needs it.',
  ],
};

function wanted(expected: unknown): string {
  const parts = String(expected).split(' | ');
  return parts.map(part => kinds[part] ?? part).join(' | ');
}

/** English messages. */
export const en: Texts = {
  ...decisions,
  ...around,
  'too-large': f => ({
    message: `the text is too large: ${f.count} ${units[f.unit!]} (at most ${f.limit})`,
    remedy: 'A plan is reviewed by people: split it.',
  }),
  'too-deep': f => ({
    message: `nested too deep (at most ${f.limit} levels)`,
    remedy: 'Flatten the nested lists or quotes.',
  }),
  'too-nested': f => ({
    message: `more than ${f.limit} lists or quotes inside one another`,
    remedy: 'Flatten them, or split the plan.',
  }),
  'too-long': f => ({
    message: `a block of more than ${f.limit} lines or characters without a blank line`,
    remedy: 'Separate with blank lines, or split the plan.',
  }),
  'too-dense': f => ({
    message: `unreadable text: more than ${f.limit} brackets, tildes or bars`,
    remedy: 'Separate with blank lines, or split the plan.',
  }),
  unreadable: f => ({
    message: `the document cannot be read: ${f.why}`,
    remedy: 'Simplify the part shown.',
  }),
  'control-character': f => ({
    message: `control character ${f.character} in the text`,
    remedy: 'Remove it: reviewers cannot see it.',
  }),
  'not-utf8': () => ({
    message: 'the file is not UTF-8: a character could not be read (�)',
    remedy: 'Save it again as UTF-8.',
  }),
  'no-steps': () => ({
    message: 'no steps: no timeline was recognised in this document',
    remedy: 'Add a "Timeline" section with steps such as "- [ ] **06:30** - title".',
  }),
  'yaml-syntax': f => ({ message: `invalid YAML: ${f.why}`, remedy: 'Correct the syntax.' }),
  'unknown-key': f => ({
    message: `unknown key "${f.key}"`,
    remedy: among.en(f.suggestion) || `Known keys: ${f.allowed}.`,
  }),
  'bad-value': f => ({
    message: `"${f.key}": value refused (${f.got})`,
    remedy: `Expected: ${wanted(f.expected)}.`,
  }),
  'unknown-attribute': f => ({
    message: `unknown attribute "${f.name}"`,
    remedy: among.en(f.suggestion) || `Known attributes: ${f.allowed}.`,
  }),
  'bad-attribute': f => ({
    message: `attribute "${f.name}": value refused (${f.value})`,
    remedy: among.en(f.suggestion) || `Expected: ${f.expected}.`,
  }),
  'misplaced-attribute': f => ({
    message: `attribute "${f.name}" makes no sense ${misplaced[f.where!]?.[0]}`,
    remedy: misplaced[f.where!]?.[1] ?? '',
  }),
  'unclosed-fence': () => ({
    message: 'command block never closed: it swallows what follows',
    remedy: 'Close it with a ``` line of the same indent.',
  }),
  'unbound-variable': f => ({
    message: `"${f.text}" in a command: nothing declares this variable`,
    remedy: `Declare "${f.name}" (front matter or environment) or capture it: capture=${f.name}.`,
  }),
  'unknown-host': f => ({
    message: `host unknown to the environment: "${f.host}"`,
    remedy: among.en(f.suggestion) || 'Declare it under "hosts".',
  }),
  'remote-command': f => ({
    message: `a command of ${f.step} is to run on "${f.host}": only checks of boxes can, over ssh`,
    remedy: 'Drive the plan from that host (local: true), or call ssh in the command itself.',
  }),
  'bad-time': f => ({ message: `impossible time: ${f.time}`, remedy: 'From 00:00 to 23:59.' }),
  'duplicate-stage': f => ({
    message: `stage "${f.id}" is already on line ${f.line}`,
    remedy: 'Merge the two, or correct the day.',
  }),
  'duplicate-phase': f => ({
    message: `phase ${f.id} is already on line ${f.line}`,
    remedy: 'Number the phases again.',
  }),
  'duplicate-checkpoint': f => ({
    message: `checkpoint ${f.id} is already on line ${f.line}`,
    remedy: 'Number the checkpoints again.',
  }),
  'duplicate-name': f => ({
    message: `"${f.name}" already names step ${f.step} (line ${f.line})`,
    remedy: 'Give each step an id of its own.',
  }),
  'checkpoint-without-step': f => ({
    message: `"${f.title}" matches no step: nobody would ever be asked its criteria`,
    remedy: 'Give it the time or the title of a "CHECKPOINT" step.',
  }),
  'unknown-undoes': f => ({
    message: `undoes=${f.reference}: no step has this name or number`,
    remedy: among.en(f.suggestion) || 'Give a number (3.1) or an id of the timeline.',
  }),
  'used-before-capture': f => ({
    message: `"${f.name}" is used here but captured later (${f.step}, line ${f.line})`,
    remedy: 'Capture it earlier, or give it a value to start with.',
  }),
  'refused-value': f => ({
    message: `the value of "${f.name}" holds "${f.character}", refused in a command`,
    remedy: 'Change the value, or give the variable a "pattern" that admits it.',
  }),
  blank: f => ({ message: `still to fill in: "${f.text}"`, remedy: 'Write the real value.' }),
  'no-runner': f => ({
    message: `nothing runs "${f.language}": this block is shown, never run`,
    remedy: `Declare a runner (runners: ${f.language}: …), or add "sample" if that is meant.`,
  }),
  'missing-file': f => ({
    message: `file not found: ${f.url}`,
    remedy: 'Paths start at the plan’s folder.',
  }),
  'fence-outside-step': f => ({
    message: `"${f.language}" block outside any step: it will not run`,
    remedy: 'Indent it by two spaces under its step, or add "sample".',
  }),
  'window-incomplete': f => ({
    message:
      f.side === 'closes'
        ? 'maintenance starts and never ends'
        : 'maintenance ends and never starts',
    remedy: 'Write both milestones: **MAINTENANCE START** and **MAINTENANCE END**.',
  }),
  'time-backwards': f => ({
    message: `${f.time} comes after ${f.previous} (${f.step})`,
    remedy: 'Put the steps in order, or correct the time.',
  }),
  'outside-phase': f => ({
    message: `${f.time} is outside the phase (${f.start} - ${f.end})`,
    remedy: 'Correct the time or the schedule.',
  }),
  'phase-duration': f => ({
    message: `the phase says ${f.planned} min, its schedule ${f.start} - ${f.end} makes ${f.actual}`,
    remedy: 'Make them agree.',
  }),
  'phases-overlap': f => ({
    message: `this phase starts at ${f.start}, before the previous one ends (${f.end})`,
    remedy: 'Move one of the two.',
  }),
  'steps-exceed-phase': f => ({
    message: `the steps take ${f.sum} min, the phase ${f.planned} min`,
    remedy: 'Lengthen the phase or lighten it.',
  }),
  'phase-longer-than-steps': f => ({
    message: `the last step is at ${f.last}, the phase lasts until ${f.end}`,
    remedy: 'Write what fills the rest, or shorten the phase.',
  }),
  'stages-order': f => ({
    message: `"${f.id}" is written after "${f.previous}"`,
    remedy: 'Stages follow the order of days.',
  }),
  'unknown-role': f => ({
    message: `role missing from the team: "${f.role}"`,
    remedy: among.en(f.suggestion) || 'Add it to the table of roles.',
  }),
  'unused-capture': f => ({
    message: `"${f.name}" is captured and never used`,
    remedy: 'Use it, or remove the capture.',
  }),
  'empty-title': () => ({ message: 'step without a title', remedy: 'Say what is to be done.' }),
  'not-a-step': f => ({
    message: `"${f.text}" is not a step: no time, no box, no number`,
    remedy: 'Add "[ ]" if somebody is to do it.',
  }),
};
