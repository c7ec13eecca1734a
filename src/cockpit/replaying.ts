/** What a key asks of a run that plays again, done; and what the screen then says. */
import type { PlaybackMove } from './keys/playback-commands.ts';
import { scrubberRows } from './layout.ts';
import { noticed, type Situation } from './model/situation.ts';
import type { Ui } from './model/ui.ts';
import type { Playback } from './options.ts';

/** The screen's own state after it, to begin with `ui`; the run is seen anew by whoever calls. */
export function replayed(
  playback: Playback | undefined,
  move: PlaybackMove,
  ui: Ui,
  s: Situation,
): Ui {
  if (!playback) return ui;
  switch (move.type) {
    case 'toggle':
      playback.toggle();
      return ui;
    case 'pace':
      playback.pace(move.by);
      return ui;
    case 'skip':
      playback.skip(move.by);
      return ui;
    case 'seek':
      // One goes there to look, as by a jump.
      if (playback.view().playing) playback.toggle();
      playback.seek(move.at);
      return ui;
    case 'seekTo':
      return sought(ui, s, playback.seekTo(move.text));
    case 'jump':
      return jumped(playback, move, ui, s);
  }
}

/** What is no time stays in its field, with the reason why. */
function sought(ui: Ui, s: Situation, why: string | null): Ui {
  return why === null ? { ...ui, seeking: null, notice: null } : noticed(ui, s, why, 'bad');
}

function jumped(
  playback: Playback,
  { kind, by }: Extract<PlaybackMove, { type: 'jump' }>,
  ui: Ui,
  s: Situation,
): Ui {
  if (playback.jump(kind, by)) return arrived(playback, { ...ui, notice: null }, s);
  const { none, noneAfter, noneBefore } = s.words.seen.playback.keys;
  return noticed(ui, s, by > 0 ? noneAfter(none[kind]) : noneBefore(none[kind]));
}

/** Where the scrubber has no room to say it, the line of notices does. */
function arrived(playback: Playback, ui: Ui, s: Situation): Ui {
  const { moments, passed } = playback.view();
  const moment = moments[passed];
  if (!moment || scrubberRows(s.layout) > 1) return ui;
  const { badge, time, text } = moment;
  return noticed(ui, s, `${badge.glyph} ${time} ${text}`, badge.tone);
}
