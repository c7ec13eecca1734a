import { iso, type Story } from '../story/story.ts';
import type { RunFacts } from '../types.ts';

/** Which run it is, as its journal tells. */
export function runFactsOf({ scene, plan, input, begin }: Story): RunFacts {
  const { run, endedAt } = scene.context;
  const { hashes, damage } = input.journal;
  const { entries } = input.view;
  return {
    id: scene.text(run?.id ?? ''),
    title: scene.text(plan.title),
    environment: scene.text(run?.environment ?? ''),
    protected: run?.protected ?? false,
    date: run?.date ?? '',
    timezone: scene.zone,
    fingerprint: run?.fingerprint ?? plan.fingerprint,
    startedAt: iso(begin),
    endedAt,
    operators: operatorsOf(input.view),
    entries: entries.length,
    hash: hashes.at(-1) ?? '',
    damage: damage ?? null,
  };
}

function operatorsOf({ entries }: Story['input']['view']): string[] {
  const names = entries.flatMap(entry =>
    entry.type === 'helm.taken' ? `${entry.helm.operator}@${entry.helm.host}` : [],
  );
  return [...new Set(names)];
}
