/** The person who is called when an unattended run stops: looks, decides, leaves. */
import { setTimeout as sleep } from 'node:timers/promises';
import { planOfRun } from '../../src/cli/run-status.ts';
import { openSession } from '../../src/cli/session.ts';
import type { Engine, Intent, OperatorFact } from '../../src/engine/types.ts';
import { cliWords } from '../../src/locale/cli.ts';
import type { Story } from './story.ts';

/** Takes the helm of a run that stopped, decides where a decision is owed, and lets it go. False: none was. */
export async function decide(story: Story): Promise<boolean> {
  const { chance } = story;
  const how = { takeOver: false, interactive: false, words: cliWords('en') };
  const session = await openSession(story.folder, planOfRun(story.folder), how);
  try {
    const { engine } = session;
    const intent = decision(engine, story);
    if (intent === null) return false;
    if (intent.type === 'record') story.decisions.add(engine.entries().length);
    const result = await engine.act(intent);
    if (!result.done) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
    // A retry starts at once: leave before its launch, amid it, or after.
    await sleep(chance.oneOf([0, 0, 10, 40, 200]));
    return true;
  } finally {
    await session.close('detached');
  }
}

function decision(engine: Engine, story: Story): Intent | null {
  const state = engine.state();
  const step = state.current;
  if (step === null || state.context.liveJob !== null) return null;
  const status = state.statusOf(step);
  if (status === 'ready') return { type: 'start', step };
  if (status !== 'failed' && status !== 'inDoubt') return null;
  const kind = story.chance.oneOf(kinds);
  const fact = facts(engine, story, step)[kind];
  return { type: 'record', fact: state.can(fact) ? fact : { type: 'step.retried', step } };
}

const kinds = [
  'retry',
  'retry',
  'retry',
  'accept',
  'accept',
  'amend',
  'amend',
  'skip',
  'redo',
] as const;

function facts(
  engine: Engine,
  { plan }: Story,
  step: string,
): Record<(typeof kinds)[number], OperatorFact> {
  const reason = 'chaos';
  const { jobs, steps } = engine.state().context;
  const command = jobs[steps[step]?.jobs.at(-1) ?? '']?.command ?? 0;
  const script = plan.commands.get(`${step}#${command}`)!.script.replace(/exit \d+$/, 'exit 0');
  return {
    retry: { type: 'step.retried', step },
    accept: { type: 'step.accepted', step, reason },
    skip: { type: 'step.skipped', step, reason },
    amend: { type: 'step.amended', step, command, script, diff: '-', reason },
    redo: { type: 'step.reopened', step: `${step.split('.')[0]}.1`, reason },
  };
}
