/** The one place that changes: the run as seen, the screen's own state, the time. Components only read it. */
import type { Answers, Choice, ScreenView, StepView } from '../view/types.ts';
import { isArmed, typeAhead } from './asking/question.ts';
import { Footing, settling } from './footing.ts';
import type { Press } from './keys/press.ts';
import { inside, layoutOf, type Size } from './layout.ts';
import type { Look } from './look.tsx';
import {
  type Effect,
  noticed,
  type Outcome,
  type OutputMove,
  type Situation,
} from './model/situation.ts';
import { initialUi, type Ui } from './model/ui.ts';
import { afterPaste, afterRead } from './model/update.ts';
import type { CockpitOptions } from './options.ts';
import { OutputFollower } from './output/follower.ts';
import type { Viewport } from './output/page.ts';
import type { Direction } from './output/search.ts';
import { viewportOf } from './panes/output-rows.ts';
import { stepAreas } from './panes/step-areas.ts';
import { copyText } from './signals.ts';
import { isDense, jobToShow, lookedAt, moodOf, stateKeyOf, stepOfJob } from './standing.ts';

export interface Snapshot {
  ui: Ui;
  s: Situation;
  look: Look;
}

export interface StoreInput extends Omit<CockpitOptions, 'stdin' | 'stdout' | 'resumeCommand'> {
  size: Size;
  clock(): number;
  /** Writes to the terminal without touching a cell. */
  emit(text: string): void;
  detach(): void;
  /** After each new view, with the one before. */
  seen(view: ScreenView, before: ScreenView | null): void;
}

/** Milliseconds between two views, unless someone acted. */
const viewPace = 100;

export class Store {
  private ui: Ui;
  private view: ScreenView;
  /** The step under the plan's cursor, when it is not the current one. */
  private looked: StepView | null = null;
  private viewedAt: number;
  private size: Size;
  private acting = false;
  private snapshot: Snapshot | null = null;
  private viewTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly footing: Footing;
  private readonly input: StoreInput;
  private readonly follower: OutputFollower;
  private readonly listeners = new Set<() => void>();
  private listening = false;
  /** When a key was last pressed. */
  pressedAt = 0;

  constructor(input: StoreInput) {
    this.input = input;
    this.size = input.size;
    this.viewedAt = input.clock();
    this.view = input.view(this.viewedAt);
    this.footing = new Footing(stateKeyOf(input.source.state()));
    this.ui = initialUi(this.view.away.length > 0);
    this.follower = new OutputFollower(input.source, () => this.publish());
    this.follower.show(jobToShow(input.source.state(), this.view));
    input.seen(this.view, null);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The same object until something changes. */
  readonly getSnapshot = (): Snapshot => {
    this.snapshot ??= this.take();
    return this.snapshot;
  };

  readonly press = (presses: readonly Press[]): void => {
    if (!this.listening) return;
    this.pressedAt = this.input.clock();
    this.become(afterRead(this.ui, presses, this.situation()));
  };

  readonly paste = (text: string): void => {
    if (this.listening) this.become(afterPaste(this.ui, text, this.situation()));
  };

  /** Keys count from now on, and the screen says so. */
  listen(): void {
    this.listening = true;
    this.publish();
  }

  resize(size: Size): void {
    this.size = size;
    this.publish();
  }

  /** The clock moved, or the run has news: looks again, at most ten times a second. */
  refresh(): void {
    if (this.viewTimer !== undefined) return;
    const wait = Math.max(0, this.viewedAt + viewPace - this.input.clock());
    this.viewTimer = setTimeout(() => this.look(), wait);
  }

  /** Looks at the output once. */
  poll(): Promise<void> {
    return this.follower.look(this.input.clock());
  }

  stop(): void {
    clearTimeout(this.viewTimer);
    this.listeners.clear();
  }

  private look(): void {
    clearTimeout(this.viewTimer);
    this.viewTimer = undefined;
    const before = this.view;
    this.viewedAt = this.input.clock();
    this.view = this.input.view(this.viewedAt);
    this.showStep();
    this.settle();
    this.input.seen(this.view, before);
    this.publish();
  }

  /** A run that moved is a new situation: what was said about the old one goes, and keys wait. */
  private settle(): void {
    if (!this.footing.moves(stateKeyOf(this.input.source.state()), this.viewedAt)) return;
    if (this.ui.notice?.tone === 'warning') this.ui = { ...this.ui, notice: null };
    setTimeout(() => this.publish(), settling + 10);
  }

  /** The step in view and its output, as the plan's cursor and the run now say. */
  private showStep(): void {
    const id = lookedAt(this.ui, this.view);
    this.looked = id === null ? null : this.input.stepAt(id, this.viewedAt);
    const job = this.looked ? this.looked.job : jobToShow(this.input.source.state(), this.view);
    this.follower.show(job);
  }

  private publish(): void {
    this.snapshot = null;
    for (const listener of this.listeners) listener();
  }

  private take(): Snapshot {
    return { ui: this.ui, s: this.situation(), look: this.lookOf() };
  }

  private lookOf(): Look {
    const { ascii, color, words } = this.input;
    return { words, theme: { ascii, color, mood: moodOf(this.view) } };
  }

  private situation(): Situation {
    const { words, reading, readOnly, clock } = this.input;
    const { source } = this.input;
    const state = source.state();
    const stateKey = stateKeyOf(state);
    const now = clock();
    return {
      view: this.view,
      shown: this.looked ?? this.view.current,
      words,
      reading,
      readOnly,
      output: this.follower.state,
      outputStep: stepOfJob(state, this.follower.state.job),
      layout: layoutOf(this.size, this.ui.zoomed ? this.ui.focus : null, isDense(this.view)),
      stateKey,
      settled: this.footing.settled(stateKey, now),
      trouble: source.trouble?.() ?? null,
      now,
      acting: this.acting,
      listening: this.listening,
    };
  }

  private become({ ui, effects }: Outcome): void {
    const opened = ui.question !== null && ui.question !== this.ui.question;
    const moved = ui.cursors.plan !== this.ui.cursors.plan;
    this.ui = ui;
    if (moved) this.showStep();
    if (opened && ui.question && !isArmed(ui.question, this.input.clock())) {
      setTimeout(() => this.publish(), typeAhead + 10);
    }
    this.publish();
    for (const effect of effects) this.perform(effect);
  }

  private perform(effect: Effect): void {
    if (effect.type === 'detach') this.input.detach();
    else if (effect.type === 'copy') this.input.emit(copyText(effect.text));
    else if (effect.type === 'act') void this.act(effect.choice, effect.answers);
    else void this.moveOutput(effect.move);
  }

  private async act(choice: Choice, answers: Answers): Promise<void> {
    const { question } = this.input.words.cockpit;
    this.acting = true;
    try {
      const result = await this.input.act(this.input.intentOf(choice, answers));
      if (!result.done) this.say(question.notDone(this.input.refusalText(result.refusal)));
    } catch (error) {
      this.say(question.notDone(error instanceof Error ? error.message : String(error)));
    } finally {
      this.acting = false;
      this.look();
    }
  }

  private say(text: string): void {
    this.ui = noticed(this.ui, this.situation(), text, 'bad');
  }

  private async moveOutput(move: OutputMove): Promise<void> {
    const s = this.situation();
    const look = this.lookOf();
    const width = (s.layout.panes.step?.width ?? this.size.columns) - 4;
    const height = inside(s.layout, 'step');
    const areas = stepAreas(look, this.ui, s, { width, height, focused: true });
    const viewport = viewportOf(look, width, Math.max(1, areas.output));
    if (move.type === 'follow') await this.follower.follow();
    else if (move.type === 'pause') this.follower.pause(viewport);
    else if (move.type === 'top') await this.follower.top(viewport);
    else if (move.type === 'scroll') await this.follower.scroll(move.rows, viewport);
    else await this.find(move.pattern, move.direction, viewport);
  }

  private async find(pattern: RegExp, direction: Direction, viewport: Viewport): Promise<void> {
    if (await this.follower.find(pattern, direction, viewport)) return;
    this.ui = noticed(this.ui, this.situation(), this.input.words.cockpit.follow.noMatch);
    this.publish();
  }
}
