/** While nobody was attached: who handed the helm over, what ended, with what result, what waits. */
import type { AwayNote } from '../engine/types.ts';
import { asideTitle } from './aside.ts';
import { handOverOf } from './people/handed.ts';
import { type Scene, statusOf, stepLabel } from './scene/scene.ts';
import { clockSeconds } from './schedule/time.ts';
import type { LogLine, Tone } from './types.ts';

export function awayLines(scene: Scene): LogLine[] {
  const { away } = scene.input;
  const handed = handedLines(scene);
  const count = handed.length + away.length;
  if (count === 0) return [];
  return [
    ...handed,
    ...away.map((note, at) => line(scene, handed.length + at, ...told(scene, note), note.exitedAt)),
    waiting(scene, count),
  ];
}

/** What the colleague who handed the helm over left to read. */
function handedLines(scene: Scene): LogLine[] {
  const handed = handOverOf(scene);
  if (!handed) return [];
  const { handsYou, back } = scene.words.around.people.handOver;
  const first = scene.text(handed.back ? back(handed.to) : handsYou(handed.by));
  return [
    line(scene, 0, first, 'active', handed.at),
    ...handed.summary
      .split('\n')
      .filter(Boolean)
      .map((text, at) => line(scene, at + 1, scene.text(text), 'normal')),
  ];
}

function told(scene: Scene, { job, step, status, code, ...note }: AwayNote): [string, Tone] {
  const { away } = scene.words.screen;
  const record = scene.context.jobs[job];
  const name = (record && asideTitle(scene, record)) || stepLabel(scene, step);
  if (status === 'exited') {
    const ok = scene.context.jobs[job]?.ok ?? note.ok ?? code === 0;
    return ok ? [away.exitedOk(name), 'good'] : [away.exitedBad(name, String(code ?? '?')), 'bad'];
  }
  const tone: Tone = status === 'doubt' ? 'bad' : status === 'running' ? 'active' : 'warning';
  return [away[status](name), tone];
}

/** What waits for the operator now. */
function waiting(scene: Scene, at: number): LogLine {
  const { state } = scene.input;
  const { screen, status } = scene.words;
  if (state.status === 'validating') {
    return line(
      scene,
      at,
      screen.away.waits(screen.tree.validation, status.run.deciding),
      'warning',
    );
  }
  const now = state.current === null ? null : statusOf(scene, state.current);
  if (state.current === null || now === null || now === 'running') {
    return line(scene, at, screen.away.waitsNothing, 'muted');
  }
  return line(
    scene,
    at,
    screen.away.waits(stepLabel(scene, state.current), status.step[now]),
    'warning',
  );
}

function line(scene: Scene, seq: number, text: string, tone: Tone, when?: string): LogLine {
  const at = when === undefined ? Number.NaN : Date.parse(when);
  return { seq, time: Number.isNaN(at) ? '' : clockSeconds(at, scene.zone), by: '', text, tone };
}
