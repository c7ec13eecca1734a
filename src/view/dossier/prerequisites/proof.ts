/** What proves a prerequisite, or would: a person's word, a command, an earlier run of this very plan. */
import type { Mark } from '../../../../machines/context.ts';
import type { RunEvidence } from '../../../../machines/entries.ts';
import { provingRun } from '../../../../machines/evidence.ts';
import type { Item } from '../../../plan/types.ts';
import { shortDate, whenText } from '../../messages/when.ts';
import { instant, type Scene } from '../../scene/scene.ts';

/** `checking`: its command looks right now. */
export type Proved = 'open' | 'pass' | 'fail' | 'waived' | 'checking';

/** The latest earlier run that would prove it: the one that the program would take by itself. */
export function candidateFor({ input, context }: Scene, item: Item): RunEvidence | undefined {
  return provingRun(item, input.history.proofs, context.run?.environment ?? '');
}

/** `par exécution r-12 du 12/11`, `par commande 09:01`, `par marie@bastion 24/11 10:12`. */
export function howText(scene: Scene, mark: Pick<Mark, 'at' | 'by' | 'evidence' | 'job'>): string {
  const words = scene.words.around.prerequisites;
  const when = whenText(scene, instant(mark.at) ?? 0);
  if (mark.evidence) {
    return words.byRun(scene.text(mark.evidence.run), endOf(scene, mark.evidence));
  }
  return mark.job === undefined ? words.byPerson(scene.text(mark.by), when) : words.byCommand(when);
}

/** The day that a run ended. */
export function endOf(scene: Scene, { endedAt }: RunEvidence): string {
  return shortDate(scene, instant(endedAt) ?? 0);
}

/** `Preuve : r-12, staging, fin le 12/11`: the earlier run that proves it. */
export function evidenceText(scene: Scene, evidence: RunEvidence): string {
  const [run, environment] = [scene.text(evidence.run), scene.text(evidence.environment)];
  return scene.words.around.prerequisites.evidence(run, environment, endOf(scene, evidence));
}

/** `une exécution terminée en staging de ce même plan`; '' for what no run can prove. */
export function wantedText(scene: Scene, { evidence }: Item): string {
  if (!evidence) return '';
  const words = scene.words.around.prerequisites;
  const where = evidence.environment ? words.in(evidence.environment) : words.elsewhere;
  return words[evidence.kind](where);
}
