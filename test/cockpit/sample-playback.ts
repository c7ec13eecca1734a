/** A run that plays again, as the player would give it: four hours, four moments, and time that only keys move. */

import type { Playback } from '../../src/cockpit/options.ts';
import type { Moment, MomentKind, PlaybackView } from '../../src/view/types.ts';

const start = Date.UTC(2026, 11, 1, 6, 30);
const end = Date.UTC(2026, 11, 1, 10, 30);

/** `07:12:30` of the run, in milliseconds since the epoch. */
export function atClock(clock: string): number {
  return Date.parse(`2026-12-01T${clock}Z`);
}

export function moment(
  kind: MomentKind,
  time: string,
  text: string,
  more: Partial<Moment> = {},
): Moment {
  const badge = {
    checkpoint: { glyph: '◆', word: 'GO', tone: 'good' },
    failure: { glyph: '✗', word: 'échec', tone: 'bad' },
    decision: { glyph: '●', word: 'décision', tone: 'warning' },
    delay: { glyph: '◌', word: 'retard', tone: 'warning' },
  } as const;
  return { kind, seq: 0, at: atClock(time), badge: badge[kind], time, text, step: null, ...more };
}

export const moments: readonly Moment[] = [
  moment('failure', '07:00:00', '3.3 en échec : code 1', { step: '3.3' }),
  moment('decision', '07:10:00', '3.3 relancée'),
  moment('delay', '07:30:00', '12 min de retard à 3.4'),
  moment('checkpoint', '08:30:00', 'GO à 4.2 Validation dry-run', { step: '4.2' }),
];

export class SamplePlayback implements Playback {
  at = start;
  playing = true;
  speed = 60;
  idle = '';
  readonly moments: readonly Moment[];

  constructor(given: readonly Moment[] = moments) {
    this.moments = given;
  }

  get clock(): string {
    return new Date(this.at).toISOString().slice(11, 19);
  }

  view(): PlaybackView {
    const ratio = (at: number) => (at - start) / (end - start);
    const passed = this.moments.findLastIndex(({ at }) => at <= this.at);
    const spans = [
      { from: 0, to: 0.25, label: '3 Déploiement code' },
      { from: 0.25, to: 0.75, label: '4 Migration des données' },
      { from: 0.75, to: 1, label: '5 Remise en service' },
    ];
    const here = ratio(this.at);
    return {
      playing: this.playing,
      speed: `×${this.speed}`,
      clock: this.clock,
      end: '10:30:00',
      ratio: here,
      spans: spans.map(span => ({ ...span, current: span.from <= here && here < span.to })),
      marks: this.moments.map(({ at, kind, badge }) => ({ at: ratio(at), kind, badge })),
      moments: this.moments,
      passed,
      idle: this.idle,
    };
  }

  toggle(): void {
    this.playing = !this.playing;
  }

  pace(by: 1 | -1): void {
    this.speed = by > 0 ? this.speed * 2 : this.speed / 2;
  }

  seek(at: number): void {
    this.at = Math.max(start, Math.min(end, at));
  }

  skip(by: number): void {
    this.seek(this.at + by);
  }

  jump(kind: MomentKind | 'any', by: 1 | -1): boolean {
    const those = this.moments.filter(one => kind === 'any' || one.kind === kind);
    const found =
      by > 0 ? those.find(({ at }) => at > this.at) : those.findLast(({ at }) => at < this.at);
    if (found) this.seek(found.at);
    return found !== undefined;
  }

  seekTo(text: string): string | null {
    if (!/^\d\d:\d\d$/.test(text)) return `« ${text} » n'est pas une heure.`;
    this.seek(atClock(`${text}:00`));
    return null;
  }
}
