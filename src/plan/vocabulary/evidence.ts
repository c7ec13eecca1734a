/** Which earlier run of the plan would prove a prerequisite, by its words. Says too little rather than too much. */
import type { Evidence } from '../types.ts';
import { wordsFor } from './recognise.ts';
import { type EvidenceWords, mentions, normalise } from './words.ts';

const words = (pick: (words: EvidenceWords) => readonly string[]) =>
  wordsFor(({ evidence }) => pick(evidence));

const places = words(({ places }) => places);
const anywhere = (phrases: readonly string[]) =>
  phrases.flatMap(phrase => places.map(place => phrase.replace('*', place)));

const environment = anywhere(words(({ environment }) => environment));
const there = anywhere(words(({ there }) => there));
const scripts = words(({ scripts }) => scripts);
const tests = words(({ tests }) => tests);
const rehearsal = words(({ rehearsal }) => rehearsal);
const rollback = words(({ rollback }) => rollback);
const tried = words(({ tried }) => tried);
const done = [...words(({ done }) => done), ...tried];
const denied = words(({ denied }) => denied);
const small = new Set(wordsFor(({ common }) => common));

/**
 * The evidence that a title asks for. Its environment is named only where the clause names one of
 * `environments`, the plan's own, in which plans are tried: `staging`, never `production`.
 */
export function evidenceIn(title: string, environments: readonly string[]): Evidence | undefined {
  const clauses = title
    .split(/[,;()]|\.(?=\s|$)/)
    .map(withoutSmallWords)
    .filter(clause => !mentions(clause, denied));
  const withRollback = clauses.some(clause => mentions(clause, rollback));
  for (const clause of clauses) {
    const kind = kindOf(clause, withRollback);
    if (kind) return { kind, ...environmentIn(clause, environments) };
  }
  return undefined;
}

/** Normalised, from its first word that says something. */
function withoutSmallWords(clause: string): string {
  const all = normalise(clause).split(' ');
  const first = all.findIndex(word => word.length > 1 && !small.has(word));
  return all.slice(Math.max(0, first)).join(' ');
}

function kindOf(clause: string, withRollback: boolean): Evidence['kind'] | undefined {
  const says = (subjects: readonly string[], what: readonly string[]) =>
    leads(clause, subjects) && mentions(clause, what);
  if (says(rollback, tried)) return 'rollback';
  if (says(rehearsal, done)) return withRollback ? 'rollback' : 'run';
  if (says(tests, done) || says(environment, done)) return 'run';
  return says(scripts, tried) && mentions(clause, there) ? 'run' : undefined;
}

function leads(clause: string, subjects: readonly string[]): boolean {
  return subjects.some(subject => `${clause} `.startsWith(`${subject} `));
}

function environmentIn(
  clause: string,
  environments: readonly string[],
): Pick<Evidence, 'environment'> {
  const named = environments
    .filter(name => mentions(name, places))
    .map(normalise)
    .find(name => mentions(clause, [name]));
  return named === undefined ? {} : { environment: named.replaceAll(' ', '-') };
}
