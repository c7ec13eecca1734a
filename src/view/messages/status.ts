/** The status of the run as a text for management: true, whatever happened. */
import { outageFigure, returnFigure, rollbackFigure } from '../figures.ts';
import { headerView } from '../header.ts';
import { type Scene, stepLabel, stepOf } from '../scene/scene.ts';
import { clock } from '../schedule/time.ts';
import { itemsOf, tally } from '../step/boxes.ts';
import type { CheckpointDecision } from './decisions.ts';
import { letterScene } from './letter.ts';
import { standsText } from './stands.ts';
import { whenText } from './when.ts';

export interface Text {
  /** One line. */
  subject: string;
  body: string;
}

/** The text of this moment, and of what was decided at a checkpoint; in the plan's language. */
export function statusText(given: Scene, decision?: CheckpointDecision): Text {
  const scene = letterScene(given);
  const { status } = scene.words.around.messages;
  const plan = scene.text(scene.plan.title);
  const environment = scene.text(scene.context.run?.environment ?? '');
  const what = decision
    ? decisionText(scene, decision, false)
    : status.moment(clock(scene.now, scene.zone));
  return {
    subject: status.subject(what, plan, environment),
    body: [
      status.about(plan, environment),
      ...(decision ? decisionLines(scene, decision) : []),
      status.stands(standsText(scene)),
      ...figureLines(scene),
    ].join('\n'),
  };
}

function decisionLines(scene: Scene, decision: CheckpointDecision): string[] {
  const { status } = scene.words.around.messages;
  const step = stepOf(scene, decision.step);
  const items = step ? itemsOf(scene, step) : [];
  const { left } = tally(scene, items);
  return [
    decisionText(scene, decision),
    items.length > 0 ? status.criteria(items.length - left, items.length) : '',
    decision.withdrawn ? status.decideAgain : '',
  ].filter(Boolean);
}

/** A waiver is told as such even where its reason is too long. */
function decisionText(scene: Scene, decision: CheckpointDecision, inFull = true): string {
  const { go, goWaived, noGo } = scene.words.around.messages.status;
  const { step, verdict, at, reason } = decision;
  const [label, time] = [stepLabel(scene, step), whenText(scene, at)];
  const why = inFull ? scene.text(reason) : '';
  if (verdict === 'noGo') return noGo(label, time, why);
  return reason ? goWaived(label, time, why) : go(label, time);
}

/** The end to expect, the outage so far, the way back: as the header says them. */
function figureLines(scene: Scene): string[] {
  const { forecast } = headerView(scene);
  const figures = [outageFigure(scene), rollbackFigure(scene), returnFigure(scene)];
  return [forecast, ...figures.map(one => one?.text ?? '')].filter(Boolean).map(capital);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
