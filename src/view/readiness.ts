/** Can the deployment still be rolled back? Piece by piece. */
import { isSettled, type Piece, piecesOf } from '../../machines/readiness.ts';
import { pieceBadge } from './badge.ts';
import { plainLine } from './card/lines.ts';
import { instant, isRollback, type Scene } from './scene/scene.ts';
import { day, lasting, rounded } from './schedule/time.ts';
import { rollbackLength } from './schedule/window.ts';
import { isBeingChecked, pieceLabel } from './step/missing.ts';
import type { Badge, PieceView, ReadinessView } from './types.ts';

/** Null when the plan has no rollback, and once it is decided. */
export function readinessView(scene: Scene): ReadinessView | null {
  if (!scene.plan.rollback || isRollback(scene) || scene.context.endedAt) return null;
  const pieces = piecesOf(scene.plan, scene.context);
  const rehearsal = rehearsalView(scene);
  return {
    badge: overall(scene, pieces, rehearsal.badge.tone === 'good'),
    pieces: [
      ...pieces.filter(piece => !isProved(scene, piece)).map(piece => pieceView(scene, piece)),
      rehearsal,
    ],
    duration: durationOf(scene),
  };
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
  if (later) return pieceBadge(scene, 'later', words.later(later));
  return pieceBadge(scene, 'there', rehearsed ? words.ready : words.neverRehearsed);
}

/** A badge has room for two. */
function brief(names: readonly string[]): string {
  const more = names.length - 2;
  return more > 0 ? `${names.slice(0, 2).join(', ')}, +${more}` : names.join(', ');
}

function pieceView(scene: Scene, piece: Piece): PieceView {
  const variable = piece.kind === 'variable';
  return {
    badge: pieceBadge(scene, piece.state),
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
  if (isBeingChecked(scene, id)) return words.checking;
  const { marks } = scene.context;
  const mark = Object.hasOwn(marks, id) ? marks[id] : undefined;
  if (!mark) return state === 'unproved' ? words.notLooked : words.onceKnown;
  const note = plainLine(scene, mark.note ?? '');
  const said = mark.job === undefined && note ? words.waived(note) : note;
  return [agoText(scene, mark.at), said].filter(Boolean).join(scene.text(' · '));
}

function agoText(scene: Scene, at: string): string {
  const { ago, justNow } = scene.words.decisions.readiness;
  const since = scene.now - (instant(at) ?? scene.now);
  return since < 60_000 ? justNow : ago(rounded(since, scene.words));
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
