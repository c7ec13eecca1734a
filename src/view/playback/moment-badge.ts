/** The look of a moment: what became of the step where an entry says that, else its kind. */
import type { Entry } from '../../../machines/entries.ts';
import type { StepStatus } from '../../../machines/state.ts';
import { commandBadge, stepBadge } from '../badge.ts';
import { toneOf } from '../log/sentences.ts';
import type { Scene } from '../scene/scene.ts';
import type { Badge } from '../types.ts';

const outcomes: Partial<Record<Entry['type'], StepStatus>> = {
  'checkpoint.passed': 'passed',
  'checkpoint.refused': 'refused',
  'gate.passed': 'passed',
  'gate.refused': 'refused',
  'job.exited': 'failed',
  'job.doubted': 'inDoubt',
  'step.skipped': 'skipped',
  'step.accepted': 'accepted',
};

export function momentBadge(scene: Scene, entry: Entry): Badge {
  const outcome = outcomes[entry.type];
  const badge = outcome ? stepBadge(scene, outcome, 'manual') : otherBadge(scene, entry);
  const { busy: _, ...still } = badge;
  // A GO by way of a waiver is not all good.
  return { ...still, tone: toneOf(entry) };
}

function otherBadge(scene: Scene, { type }: Entry): Badge {
  const { badges } = scene.words.seen.playback;
  switch (type) {
    case 'rollback.validated':
    case 'run.closed':
      return { ...stepBadge(scene, 'done', 'manual'), word: badges.validated };
    case 'job.revoked':
      return commandBadge(scene, 'revoked', badges.unstarted);
    case 'job.orphaned':
      return commandBadge(scene, 'orphan', badges.orphaned);
    case 'job.abandoned':
      return commandBadge(scene, 'abandoned', badges.abandoned);
    case 'step.retried':
    case 'step.amended':
    case 'step.reopened':
      return { ...stepBadge(scene, 'remediating', 'manual'), word: badges.decision };
    default:
      return { ...stepBadge(scene, 'reviewing', 'manual'), word: badges.decision };
  }
}

export function delayBadge(scene: Scene): Badge {
  return { glyph: '!', word: scene.words.seen.playback.badges.delay, tone: 'warning' };
}
