/** What must be said at once: time that runs out inside the window, or in the rollback; metrics that are bad after it. */
import { metricAlerts } from './alerts/metrics.ts';
import { instant, isRollback, type Scene } from './scene/scene.ts';
import { closingOf, rollbackBeyond } from './schedule/forecast.ts';
import { type Decision, decisionsAhead, inWindowStage, marginOf } from './schedule/margin.ts';
import { apart, clock, rounded } from './schedule/time.ts';
import { lastTenableRollback, rollbackBudget, wayBack, windowOf } from './schedule/window.ts';
import type { ScreenView, Tone } from './types.ts';

type Alert = ScreenView['alerts'][number];

const minute = 60_000;
const thin = 15 * minute;
const notice = 60 * minute;

/** The alerts of this moment, gravest first; about time in the stage of the window alone, and none once the run ended. */
export function alertsOf(scene: Scene): Alert[] {
  if (scene.context.endedAt) return [];
  if (isRollback(scene)) return [rollbackOver(scene), beyondWindow(scene)].filter(isSaid);
  const said = [...(inWindowStage(scene) ? aboutTime(scene) : []), ...metricAlerts(scene)];
  return [
    ...said.filter(({ tone }) => tone === 'bad'),
    ...said.filter(({ tone }) => tone !== 'bad'),
  ];
}

function aboutTime(scene: Scene): Alert[] {
  const past = returnPast(scene);
  const all = [past, windowOverrun(scene), ...(past ? [] : [lateDecision(scene)]), defect(scene)];
  return all.filter(isSaid);
}

const isSaid = (alert: Alert | null): alert is Alert => alert !== null;

function alert(tone: Tone, text: string): Alert {
  return { text, tone };
}

/** A rollback decided now would not end inside the window. */
function returnPast(scene: Scene): Alert | null {
  const last = lastTenableRollback(scene);
  const back = wayBack(scene);
  const inside = windowOf(scene)?.openedAt !== null;
  if (last === null || back === null || !inside || scene.now <= last) return null;
  const { alerts } = scene.words.times;
  return alert('bad', alerts.returnPast(timeOf(scene, last), timeOf(scene, scene.now + back)));
}

function windowOverrun(scene: Scene): Alert | null {
  const closes = windowOf(scene)?.closesAt ?? null;
  const closing = closingOf(scene);
  if (closes === null || !closing) return null;
  const { alerts } = scene.words.times;
  const say = (at: number, words: typeof alerts.overrun) =>
    words(timeOf(scene, at), lengthOf(scene, apart(at, closes)), timeOf(scene, closes));
  if (closing.at - closes >= minute) return alert('bad', say(closing.at, alerts.overrun));
  if (closing.slow - closes >= minute)
    return alert('warning', say(closing.slow, alerts.slowOverrun));
  return null;
}

/** About decisions that the plan puts early enough: those it puts too late are its own defect. */
function lateDecision(scene: Scene): Alert | null {
  const margin = marginOf(scene);
  if (!margin || margin.decision.tooLate) return null;
  const { decision, last, left, slowLeft } = margin;
  const { alerts } = scene.words.times;
  const number = numberOf(scene, decision);
  const until = timeOf(scene, last);
  if (left <= -minute)
    return alert('bad', alerts.decisionLate(number, timeOf(scene, decision.at), until));
  if (slowLeft <= -minute)
    return alert('warning', alerts.decisionSlow(number, timeOf(scene, decision.slow), until));
  if (left >= thin) return null;
  const spare = lengthOf(scene, Math.max(0, left));
  return alert('warning', alerts.thinMargin(spare, number, timeOf(scene, decision.at), until));
}

/** The last decision of the plan comes too late even on time. */
function defect(scene: Scene): Alert | null {
  const last = lastTenableRollback(scene);
  const decision = decisionsAhead(scene).findLast(one => one.tooLate);
  if (last === null || !decision || decision.planned === null) return null;
  // Known since the plan was written, and always on the page of times: said when it can still be acted on.
  if (last - scene.now > notice) return null;
  const planned = timeOf(scene, decision.planned);
  const { alerts } = scene.words.times;
  return alert(
    'warning',
    alerts.planDefect(numberOf(scene, decision), planned, timeOf(scene, last)),
  );
}

function rollbackOver(scene: Scene): Alert | null {
  const decided = instant(scene.context.rollback?.at);
  const budget = rollbackBudget(scene);
  if (decided === null || budget === null || scene.input.state.status !== 'rollingBack')
    return null;
  const spent = scene.now - decided;
  if (spent - budget < minute) return null;
  const [all, over, planned] = [spent, spent - budget, budget].map(ms => lengthOf(scene, ms));
  return alert('bad', scene.words.times.alerts.rollbackOver(all!, over!, planned!));
}

function beyondWindow(scene: Scene): Alert | null {
  const beyond = rollbackBeyond(scene);
  if (!beyond) return null;
  const [end, closes] = [beyond.end, beyond.closesAt].map(ms => timeOf(scene, ms));
  const over = lengthOf(scene, beyond.over);
  return alert('bad', scene.words.times.alerts.rollbackBeyond(end!, over, closes!));
}

const timeOf = ({ zone }: Scene, ms: number): string => clock(ms, zone);
const lengthOf = ({ words }: Scene, ms: number): string => rounded(ms, words);
const numberOf = (scene: Scene, { spot }: Decision): string => scene.text(spot.step.id);
