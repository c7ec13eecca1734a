/** Can the deployment still be rolled back? Piece by piece. */

import { runnableCommands } from '../../machines/plan-steps.ts';
import { isSettled, type Piece, piecesOf } from '../../machines/readiness.ts';
import { isBeingChecked } from '../../machines/records/aside.ts';
import { isNeeded } from '../../machines/undoing.ts';
import type { Step } from '../plan/types.ts';
import { pieceBadge } from './badge.ts';
import { instant, isRollback, recordOf, type Scene } from './scene/scene.ts';
import { clockSeconds, day, lasting, rounded } from './schedule/time.ts';
import { rollbackLength } from './schedule/window.ts';
import { evidenceOf, pieceLabel } from './step/missing.ts';
import type { Badge, PieceView, ReadinessView } from './types.ts';

/** Null when the plan has no rollback, and once it is decided. */
export function readinessView(scene: Scene): ReadinessView | null {
  if (!scene.plan.rollback || isRollback(scene) || scene.context.endedAt) return null;
  const pieces = piecesOf(scene.plan, scene.context);
  const rehearsal = rehearsalView(scene);
  return {
    badge: overall(scene, pieces, rehearsal.badge.tone === 'good'),
    pieces: [...shown(scene, pieces).map(piece => pieceView(scene, piece)), rehearsal],
    duration: durationOf(scene),
  };
}

/**
 * Names of the pieces without which the rollback could not be done right now, `most` of them and how many
 * more; '' when nothing lacks. Steps that would have nothing to undo need nothing.
 */
export function missingForRollback(scene: Scene, most = 2): string {
  return brief(
    piecesOf(scene.plan, scene.context)
      .filter(piece => piece.state !== 'there' && isUsed(scene, piece))
      .map(piece => pieceLabel(scene, piece)),
    most,
  );
}

/** A step that the rollback would go through asks for it. */
function isUsed({ plan, context }: Scene, { kind, id }: Piece): boolean {
  const { steps = [], proofs = [] } = plan.rollback ?? {};
  const asks = (step: Step) => {
    const its = proofs.filter(proof => proof.step === step.id);
    if (kind === 'proof') return its.some(proof => proof.id === id);
    return [...runnableCommands(step), ...its.map(({ check }) => check)].some(({ variables }) =>
      variables.includes(id),
    );
  };
  return steps.some(step => asks(step) && isNeeded(plan, context, step));
}

/** What is wrong comes first. */
function shown(scene: Scene, pieces: readonly Piece[]): Piece[] {
  const urgency = ['failed', 'missing', 'unproved', 'later', 'there'];
  const rank = (piece: Piece) => urgency.indexOf(stateShown(scene, piece));
  return pieces
    .filter(piece => !isProved(scene, piece))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** What somebody said good is not proved. */
function stateShown(scene: Scene, piece: Piece): Piece['state'] {
  return isWaived(scene, piece) ? 'unproved' : piece.state;
}

function isWaived({ context }: Scene, { kind, id, state }: Piece): boolean {
  return kind === 'proof' && state === 'there' && context.marks[id]?.job === undefined;
}

/** A value that is there says nothing yet: where a proof looks at what it names, the proof speaks. */
function isProved({ plan }: Scene, { kind, id, state }: Piece): boolean {
  if (kind !== 'variable' || state !== 'there') return false;
  return plan.rollback?.proofs.some(({ check }) => check.variables.includes(id)) ?? false;
}

/** The worst of them, by name. */
function overall(scene: Scene, pieces: readonly Piece[], rehearsed: boolean): Badge {
  const words = scene.words.decisions.readiness;
  const named = (...states: Piece['state'][]) =>
    brief(
      pieces.filter(({ state }) => states.includes(state)).map(piece => pieceLabel(scene, piece)),
    );
  const missing = named('missing', 'failed');
  if (missing) return pieceBadge(scene, 'missing', words.missing(missing));
  const unproved = named('unproved');
  if (unproved) return pieceBadge(scene, 'unproved', words.unproved(unproved));
  const later = named('later');
  if (later) return laterBadge(scene, later);
  const waived = pieces.filter(piece => isWaived(scene, piece)).length;
  if (waived > 0) return pieceBadge(scene, 'unproved', words.readyWaived(waived));
  return pieceBadge(scene, 'there', rehearsed ? words.ready : words.neverRehearsed);
}

/** That a piece is to come is no comfort once there is something to undo. */
function laterBadge(scene: Scene, later: string): Badge {
  const { notYet, later: toCome } = scene.words.decisions.readiness;
  const lacking = hasBegun(scene) ? missingForRollback(scene) : '';
  return lacking
    ? pieceBadge(scene, 'unproved', notYet(lacking))
    : pieceBadge(scene, 'later', toCome(later));
}

/** A command of the day was started; the environment's own change nothing. */
function hasBegun(scene: Scene): boolean {
  return scene.outline.spots.some(
    ({ stage, step }) =>
      !stage.ofEnvironment && stage.offsetDays >= 0 && recordOf(scene, step.id).jobs.length > 0,
  );
}

/** A badge has room for two. */
function brief(names: readonly string[], most = 2): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')}, +${more}` : names.join(', ');
}

function pieceView(scene: Scene, piece: Piece): PieceView {
  const variable = piece.kind === 'variable';
  return {
    badge: pieceBadge(scene, stateShown(scene, piece)),
    label: pieceLabel(scene, piece),
    detail: variable ? variableDetail(scene, piece) : proofDetail(scene, piece),
    ...(!variable && { item: piece.id }),
  };
}

function variableDetail(scene: Scene, { id, state }: Piece): string {
  const words = scene.words.decisions.readiness;
  const by = scene.plan.variables.find(({ name }) => name === id)?.capturedBy;
  if (state === 'later') return words.capturedAt(scene.text(by ?? ''));
  if (state !== 'there') return words.noValue;
  const value = scene.text(scene.context.variables[id] ?? '');
  const settled = by === undefined || isSettled(scene.plan, scene.context, id);
  return settled ? value : words.replacedAt(value, scene.text(by));
}

function proofDetail(scene: Scene, { id, state }: Piece): string {
  const words = scene.words.decisions.readiness;
  if (isBeingChecked(scene.context, id)) return words.checking;
  const { marks } = scene.context;
  const mark = Object.hasOwn(marks, id) ? marks[id] : undefined;
  if (!mark) return state === 'unproved' ? words.notLooked : words.onceKnown;
  const note = evidenceOf(scene, id);
  const said = mark.job === undefined && note ? words.waived(note) : note;
  // Of a failure, what is missing is read before it is cut.
  const parts = [agoText(scene, mark.at), said];
  const ordered = state === 'failed' ? parts.toReversed() : parts;
  return ordered.filter(Boolean).join(scene.text(' · '));
}

function agoText(scene: Scene, at: string): string {
  const { ago, justNow } = scene.words.decisions.readiness;
  const since = scene.now - (instant(at) ?? scene.now);
  // To the second: a check that fails again at once must be seen to have looked.
  if (since < 60_000) return justNow(clockSeconds(instant(at) ?? scene.now, scene.zone));
  return ago(rounded(since, scene.words));
}

/** The latest rollback that went to its end; else the run that the entry into a protected environment named. */
function rehearsalView(scene: Scene): PieceView {
  const words = scene.words.decisions.readiness;
  const { last } = scene.input.history.rollback;
  const [created] = scene.input.entries;
  const proved = created?.type === 'run.created' ? created.proof?.rollback : undefined;
  const detail = last
    ? words.rehearsedIn(
        day(instant(last.at) ?? 0, scene.zone),
        lasting(last.took, scene.words),
        scene.text(last.environment),
      )
    : proved
      ? words.proved(scene.text(proved))
      : '';
  const state = last || proved ? 'there' : 'unproved';
  return {
    badge: pieceBadge(scene, state),
    label: state === 'there' ? words.rehearsed : words.never,
    detail,
  };
}

/** `mesuré : 24 min`, `répété : 36 min`, else what the plan says. */
function durationOf(scene: Scene): string {
  const length = rollbackLength(scene);
  if (!length) return '';
  const { measured, rehearsedTook } = scene.words.decisions.readiness;
  if (length.from === 'measured') return measured(lasting(length.ms, scene.words));
  if (length.from === 'elsewhere') return rehearsedTook(lasting(length.ms, scene.words));
  return scene.words.units.about(rounded(length.ms, scene.words));
}
