/** How a command ended, in words. */
import type { JobRecord } from '../../../machines/context.ts';
import type { Command } from '../../plan/types.ts';
import { whyText } from '../log/why.ts';
import type { Scene } from '../scene/scene.ts';
import { lasting } from '../schedule/time.ts';

/** `code 137 : tuée (KILL)`, `issue inconnue : la machine a redémarré`; for a job that went wrong. */
export function endText(scene: Scene, job: JobRecord, command: Command | null): string {
  const { card } = scene.words.decisions;
  const why = whyText(scene, job.why ?? '');
  if (job.status === 'doubt') return scene.text(card.doubt(why));
  if (job.status === 'abandoned') return scene.text(card.abandoned(why));
  const stopped = job.cancelledAt === undefined ? '' : card.stopped;
  return scene.text([exitText(scene, job, command), stopped].filter(Boolean).join(', '));
}

function exitText(
  scene: Scene,
  { code = 0, why = '' }: JobRecord,
  command: Command | null,
): string {
  const { card } = scene.words.decisions;
  if (why === 'time limit') return card.code(code, timeLimit(scene, command));
  if (why === '') return card.code(code, meaningOf(scene, code, command));
  const { ok = [0] } = command?.attributes ?? {};
  return (ok.includes(code) ? card.codeBut : card.code)(code, whyText(scene, why));
}

/** Codes mean what shells make of them; beyond, only the command knows. */
function meaningOf(scene: Scene, code: number, command: Command | null): string {
  const { meanings, signals } = scene.words.decisions.card;
  if (code > 128 && code <= 192) return signals[code - 128] ?? meanings.signal(code - 128);
  switch (code) {
    case 0:
      return meanings.notSuccess;
    case 1:
      return meanings.error;
    case 2:
      return meanings.misuse;
    case 124:
      return command?.attributes.timeout ? timeLimit(scene, command) : meanings.own;
    case 126:
      return meanings.notExecutable;
    case 127:
      return meanings.notFound;
    default:
      return meanings.own;
  }
}

function timeLimit({ words }: Scene, command: Command | null): string {
  const { timeout } = command?.attributes ?? {};
  return words.decisions.card.meanings.timeLimit(timeout ? lasting(timeout * 1000, words) : '');
}
