/** The one place that changes: the run as seen, the screen's own state, the time. Components only read it. */
import type { Answers, Choice, DossierView, PlaybackView } from '../view/types.ts';
import { done, edited } from './asking/doing.ts';
import { withDraft, withoutDraft } from './asking/drafts.ts';
import { afterEdit } from './asking/edit.ts';
import { isArmed, typeAhead } from './asking/question.ts';
import { settling } from './footing.ts';
import type { Press } from './keys/press.ts';
import type { Size } from './layout.ts';
import { withCursorHeld } from './model/dossier.ts';
import { afterRead } from './model/read.ts';
import { linkOpened } from './model/reading.ts';
import {
  type Effect,
  type Link,
  noticed,
  type Outcome,
  type OutputMove,
  type Situation,
} from './model/situation.ts';
import { initialUi, type Ui } from './model/ui.ts';
import { afterPaste } from './model/update.ts';
import { steer } from './output/steer.ts';
import { cardMoved, outputViewport } from './panes/step-scroll.ts';
import { replayed } from './replaying.ts';
import { Sight } from './sight.ts';
import { copyText } from './signals.ts';
import { lookOf, situationOf } from './situate.ts';
import type { Snapshot, StoreInput } from './store-input.ts';

/** Milliseconds between two views, unless someone acted. */
const viewPace = 100;

export class Store {
  private ui: Ui;
  private size: Size;
  private acting = false;
  private listening = false;
  /** Presses that came with an act, and wait until it is done. */
  private readonly rest: Press[] = [];
  private playback: PlaybackView | null;
  private snapshot: Snapshot | null = null;
  private viewTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly input: StoreInput;
  private readonly sight: Sight;
  private readonly listeners = new Set<() => void>();
  /** When a key was last pressed. */
  pressedAt = 0;

  constructor(input: StoreInput) {
    this.input = input;
    this.size = input.size;
    this.sight = new Sight(input, () => this.publish());
    this.playback = input.playback?.view() ?? null;
    const { view, pinned } = this.sight;
    this.ui = { ...initialUi(view.away.length > 0, input.firstPage), pinned };
    this.turnPage();
    input.seen(view, null);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The same object until something changes. */
  readonly getSnapshot = (): Snapshot => {
    const { ui, input, sight } = this;
    this.snapshot ??= { ui, s: this.situation(), look: lookOf(input, sight) };
    return this.snapshot;
  };

  readonly press = (presses: readonly Press[]): void => {
    if (!this.listening) return;
    this.pressedAt = this.input.clock();
    // An answer counts for the run as it is, not as it was a tenth of a second ago.
    if (this.ui.question && this.viewTimer !== undefined) this.look();
    const { rest = [], ...outcome } = afterRead(this.ui, presses, this.situation());
    this.become(outcome);
    if (this.acting) this.rest.push(...rest);
    else if (rest.length > 0) this.press(rest);
  };

  readonly paste = (text: string): void => {
    if (this.listening) this.become(afterPaste(this.ui, text, this.situation()));
  };

  /** Keys count from now on, or no longer, and the screen says so. */
  listen(listening = true): void {
    this.listening = listening;
    this.publish();
  }

  resize(size: Size): void {
    this.size = size;
    this.publish();
  }

  /** The clock moved, or the run has news: looks again, at most ten times a second. */
  refresh(): void {
    if (this.viewTimer !== undefined) return;
    const wait = Math.max(0, this.sight.at + viewPace - this.input.clock());
    this.viewTimer = setTimeout(() => this.look(), wait);
  }

  /** Looks at the output once. */
  poll(): Promise<void> {
    return this.sight.follower.look(this.input.clock());
  }

  stop(): void {
    clearTimeout(this.viewTimer);
    this.listeners.clear();
  }

  private look(): void {
    clearTimeout(this.viewTimer);
    this.viewTimer = undefined;
    const { view: before, dossier, follower } = this.sight;
    const { job } = follower.state;
    const { pinned, moved } = this.sight.again(this.ui);
    this.playback = this.input.playback?.view() ?? null;
    if (pinned !== this.ui.pinned) this.ui = { ...this.ui, pinned };
    if (this.holdCursor(dossier) || moved) this.settle();
    this.input.seen(this.sight.view, before);
    this.publish();
    if (follower.state.job !== job) void this.poll();
  }

  /** A run that moved is a new situation: what was said about the old one goes, and keys wait. */
  private settle(): void {
    // Whoever only looks decides nothing, and a replay moves all the time.
    if (this.input.readOnly) return;
    if (this.ui.notice?.tone === 'warning') this.ui = { ...this.ui, notice: null };
    setTimeout(() => this.publish(), settling + 10);
  }

  private publish(): void {
    this.snapshot = null;
    for (const listener of this.listeners) listener();
  }

  private situation(): Situation {
    const { ui, sight, size, playback, acting, listening } = this;
    return situationOf(this.input, { ui, sight, size, playback, acting, listening });
  }

  private become({ ui, effects }: Outcome): void {
    const opened = ui.question !== null && ui.question !== this.ui.question;
    const moved = ui.cursors.plan !== this.ui.cursors.plan;
    const turned = ui.pinned !== this.ui.pinned;
    const paged = ui.page !== this.ui.page;
    // Who goes to another step wants to see that step's output.
    this.ui = moved && !turned ? { ...ui, pinned: null } : ui;
    if (moved || turned) this.sight.show(this.ui);
    if (paged) this.turnPage();
    if (opened && ui.question && !isArmed(ui.question, this.input.clock())) {
      setTimeout(() => this.publish(), typeAhead + 10);
    }
    this.publish();
    for (const effect of effects) this.perform(effect);
    if (effects.some(({ type }) => type === 'playback')) this.lookSoon();
  }

  /** At once, unless one just did: a held key must not look more often than one can see. */
  private lookSoon(): void {
    if (this.input.clock() - this.sight.at >= viewPace) this.look();
    else this.refresh();
    this.publish();
  }

  /** Another page is in view: what it shows, and its cursor where it opens. */
  private turnPage(): void {
    this.sight.show(this.ui);
    this.holdCursor(null);
  }

  /** On the row where it was; true when it had to go to another one. */
  private holdCursor(before: DossierView | null): boolean {
    const { shiftedAt } = this.ui;
    if (this.sight.dossier) this.ui = withCursorHeld(this.ui, this.situation(), before);
    return this.ui.shiftedAt !== shiftedAt;
  }

  private open(link: Link): void {
    this.ui = linkOpened(this.ui, this.situation(), link, this.input.readLink);
    this.publish();
  }

  private perform(effect: Effect): void {
    if (effect.type === 'detach') this.input.detach();
    else if (effect.type === 'copy') this.input.emit(copyText(effect.text));
    else if (effect.type === 'open') this.open(effect.link);
    else if (effect.type === 'act') void this.act(effect.choice, effect.answers);
    else if (effect.type === 'edit') void this.edit(effect.text);
    else if (effect.type === 'playback')
      this.ui = replayed(this.input.playback, effect.move, this.ui, this.situation());
    else void this.moveOutput(effect.move);
  }

  private async act(choice: Choice, answers: Answers): Promise<void> {
    this.acting = true;
    const why = await done(this.input, choice, answers);
    this.acting = false;
    if (why === null) this.ui = withoutDraft(this.ui, choice);
    else this.undone(choice, answers, why);
    this.look();
    // Whoever gave the helm away holds nothing any more.
    if (why === null && choice.id === 'handOver') this.input.detach();
    const rest = this.rest.splice(0);
    if (rest.length > 0) this.press(rest);
  }

  /** Says why, and keeps what was written at length. */
  private undone(choice: Choice, { text }: Answers, why: string): void {
    if (text !== undefined) this.ui = withDraft(this.ui, choice, text);
    this.say(this.input.words.cockpit.question.notDone(why));
  }

  /** The question that waits for the operator's editor goes on with what it leaves. */
  private async edit(text: string): Promise<void> {
    const after = await edited(this.input, text);
    this.look();
    const { question } = this.ui;
    if (!question) return;
    if ('text' in after) {
      this.become(afterEdit(this.ui, question, after.text, this.situation()));
      return;
    }
    this.ui = { ...this.ui, question: null };
    this.say(this.input.words.cockpit.notices.editorFailed(after.why));
    this.publish();
  }

  private say(text: string): void {
    this.ui = noticed(this.ui, this.situation(), text, 'bad');
  }

  private async moveOutput(move: OutputMove): Promise<void> {
    const { s, look } = this.getSnapshot();
    const scrolled = cardMoved(look, this.ui, s, move);
    if (scrolled) this.ui = scrolled;
    else {
      const viewport = outputViewport(look, this.ui, s);
      const said = await steer(this.sight.follower, move, viewport, s.words);
      if (said) this.ui = noticed(this.ui, this.situation(), said.text, said.tone);
    }
    this.publish();
  }
}
