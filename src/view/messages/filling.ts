/** Values put into a message: the run's variables, and what the run knows by itself. */
import { normalise } from '../../plan/vocabulary/words.ts';
import type { Scene } from '../scene/scene.ts';
import { clock } from '../schedule/time.ts';
import { windowOf } from '../schedule/window.ts';
import { dateInWords } from './when.ts';

/** `{{name}}`, `[name]`; not `[text](link)`, `![image]`, `[^note]`, an escaped bracket. */
const forms =
  /\{\{\s*(?<braces>[^{}\n]+?)\s*\}\}|(?<![!\\\p{L}\p{N}])\[(?<square>\p{L}[^[\]\n]{0,60})\](?![([:])/gu;

/** The text with what is known in its place; what is not stays as written. A secret never goes in. */
export function filled(scene: Scene, text: string): string {
  return text.replace(forms, (written: string, braces?: string, square?: string) => {
    const name = braces ?? square ?? '';
    return variableOf(scene, name) || factOf(scene, normalise(name)) || written;
  });
}

/** By its very name, else by one that only differs in case, accents or dashes. */
function variableOf({ plan, context }: Scene, name: string): string {
  const declared = plan.variables.filter(({ secret }) => secret !== true);
  const secrets = new Set(plan.variables.filter(({ secret }) => secret).map(one => one.name));
  const values = new Map([
    ...declared.map(one => [one.name, one.value ?? ''] as const),
    ...Object.entries(context.variables).filter(([known]) => !secrets.has(known)),
  ]);
  const like = [...values.keys()].find(known => normalise(known) === normalise(name));
  return values.get(name) ?? values.get(like ?? '') ?? '';
}

const dateNames: readonly string[] = [
  'date',
  'date maintenance',
  'date de maintenance',
  'date de la maintenance',
  'maintenance date',
  'date of maintenance',
  'date of the maintenance',
];

const facts: readonly (readonly [(scene: Scene) => string, readonly string[]])[] = [
  [day, dateNames],
  [
    opening,
    [
      'heure debut',
      'heure de debut',
      'heure de debut de maintenance',
      'heure de debut de la maintenance',
      'start time',
      'maintenance start time',
    ],
  ],
  [
    closing,
    [
      'heure fin',
      'heure de fin',
      'heure de fin de maintenance',
      'heure de fin de la maintenance',
      'end time',
      'maintenance end time',
    ],
  ],
  [({ plan }) => plan.general.version ?? '', ['version']],
  [({ context }) => context.run?.environment ?? '', ['environnement', 'environment']],
];

/** Of a text with the date of another day, which a variable gave it: a run is not always on the plan's date. */
export function otherDateText(scene: Scene, text: string): string {
  const written = otherDate(scene, text);
  if (written === '') return '';
  return scene.text(scene.words.around.messages.page.otherDate(written, day(scene)));
}

/** One that names the run's day, in whatever form, is good. */
function otherDate(scene: Scene, text: string): string {
  const dayOfMonth = Number(scene.context.run?.date.slice(-2));
  const others = dateNames
    .map(name => variableOf(scene, name))
    .filter(value => text.includes(value) && numbersOf(value).every(one => one !== dayOfMonth));
  return others.find(value => numbersOf(value).length > 0) ?? '';
}

function numbersOf(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

/** Only under names that can mean nothing else. @param name normalised */
function factOf(scene: Scene, name: string): string {
  const known = facts.find(([, names]) => names.includes(name));
  return known ? known[0](scene) : '';
}

function day({ context, words }: Scene): string {
  return context.run ? dateInWords(context.run.date, words) : '';
}

function opening(scene: Scene): string {
  const { openedAt = null, opensAt = null } = windowOf(scene) ?? {};
  return timeOf(scene, openedAt ?? opensAt);
}

function closing(scene: Scene): string {
  const { closedAt = null, closesAt = null } = windowOf(scene) ?? {};
  return timeOf(scene, closedAt ?? closesAt);
}

function timeOf({ zone }: Scene, ms: number | null): string {
  return ms === null ? '' : clock(ms, zone);
}
