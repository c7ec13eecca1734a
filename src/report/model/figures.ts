import type { Entry, FactType } from '../../../machines/entries.ts';
import { isBeside } from '../../../machines/records/aside.ts';
import { measuresOf } from '../../journal/measures.ts';
import { workedBy } from '../../journal/worked.ts';
import { metricsOf, standingOf } from '../../view/dossier/metrics/reading.ts';
import { stepCounts } from '../../view/ending.ts';
import { outageOf, plannedOutage, windowOf } from '../../view/schedule/window.ts';
import type { Story } from '../story/story.ts';
import type { Figures } from '../types.ts';

/** The run in numbers. */
export function figuresOf(story: Story): Figures {
  return {
    ...lengths(story),
    ...steps(story),
    ...commands(story),
    ...decisions(story),
    ...around(story),
  };
}

function lengths({ scene, plan, facts, begin, end }: Story) {
  const window = windowOf(scene);
  return {
    length: end - begin,
    worked: Math.min(end - begin, workedBy(facts, end)),
    plannedOutage: window && plannedOutage(window),
    outage: outageLength(scene),
    rollback: measuresOf(plan, facts).rollback?.took ?? null,
  };
}

/** So far, while it goes on; unknown of a run that ended without closing its window. */
function outageLength(scene: Story['scene']): number | null {
  const outage = outageOf(scene);
  if (!outage) return null;
  const open = scene.context.endedAt === null ? scene.now : null;
  const to = outage.to ?? open;
  return to === null ? null : Math.max(0, to - outage.from);
}

function steps({ scene }: Story) {
  const { total, over, skipped, accepted } = stepCounts(scene);
  return {
    steps: total,
    stepsDone: over - skipped.length,
    stepsSkipped: skipped.length,
    stepsAccepted: accepted.length,
  };
}

function commands({ scene: { context }, exits }: Story) {
  const own = Object.values(context.jobs).filter(job => !isBeside(job));
  const doubted = own.filter(({ status }) => status === 'doubt' || status === 'abandoned');
  return {
    commands: own.filter(({ status }) => status !== 'revoked').length,
    commandsFailed: own.filter(({ status, ok }) => status === 'exited' && ok === false).length,
    commandsInDoubt: doubted.length,
    output: [...exits.values()].reduce((sum, { size }) => sum + size, 0),
  };
}

function decisions({ facts }: Story) {
  const count = (...types: FactType[]) => facts.filter(({ type }) => types.includes(type)).length;
  return {
    retries: count('step.retried'),
    amendments: count('step.amended'),
    go: count('checkpoint.passed', 'gate.passed'),
    noGo: count('checkpoint.refused', 'gate.refused'),
    waivers: facts.filter(isWaiver).length,
  };
}

function isWaiver(entry: Entry): boolean {
  if (entry.type === 'item.waived') return true;
  if (entry.type === 'run.created') return entry.proof?.waiver !== undefined;
  return 'waiver' in entry && Boolean(entry.waiver);
}

function around({ scene }: Story) {
  const deliveries = Object.values(scene.context.deliveries);
  const red = metricsOf(scene).filter(metric => standingOf(scene, metric) === 'fail');
  return {
    messagesSent: deliveries.filter(({ status }) => status === 'sent').length,
    messagesFailed: deliveries.filter(({ status }) => status === 'failed').length,
    metricsRed: red.length,
  };
}
