/** What is seen of the run: its screen, the step or the page looked at, an output; and since when it stands there. */
import type { DossierView, ScreenView, StepView } from '../view/types.ts';
import { Footing } from './footing.ts';
import { isDossier } from './model/dossier-rows.ts';
import type { Situation } from './model/situation.ts';
import type { Ui } from './model/ui.ts';
import type { CockpitOptions } from './options.ts';
import { OutputFollower } from './output/follower.ts';
import {
  type Beside,
  besideOf,
  jobToShow,
  liveAdhoc,
  lookedAt,
  pinnedAfter,
  sourceOf,
  stateKeyOf,
} from './standing.ts';

export interface SightInput
  extends Pick<CockpitOptions, 'source' | 'view' | 'stepAt' | 'dossierAt'> {
  clock(): number;
}

type Seen = Pick<
  Situation,
  | 'view'
  | 'shown'
  | 'dossier'
  | 'output'
  | 'outputOf'
  | 'outputAside'
  | 'outputRemark'
  | 'stateKey'
  | 'settled'
  | 'trouble'
  | 'now'
>;

export class Sight {
  view: ScreenView;
  /** When it was looked at last, ms. */
  at: number;
  /** Job beside the plan to begin with. */
  readonly pinned: string | null;
  readonly follower: OutputFollower;
  /** The step under the plan's cursor, when it is not the current one. */
  private looked: StepView | null = null;
  /** The page in view, when it is about what surrounds the commands. */
  dossier: DossierView | null = null;
  private beside: Beside;
  private readonly footing: Footing;
  private readonly input: SightInput;

  constructor(input: SightInput, changed: () => void) {
    this.input = input;
    this.at = input.clock();
    this.view = input.view(this.at);
    const state = input.source.state();
    this.beside = besideOf(state);
    this.pinned = liveAdhoc(state);
    this.footing = new Footing(stateKeyOf(state));
    this.follower = new OutputFollower(input.source, changed);
    this.follower.show(jobToShow(state, this.view, this.pinned));
  }

  /** Looks again. `moved`: the run stands elsewhere, and nothing may be decided in a hurry. */
  again(ui: Ui): { pinned: string | null; moved: boolean } {
    this.at = this.input.clock();
    this.view = this.input.view(this.at);
    const state = this.input.source.state();
    const now = besideOf(state);
    const pinned = pinnedAfter(ui.pinned, this.beside, now);
    this.beside = now;
    this.show({ ...ui, pinned });
    return { pinned, moved: this.footing.moves(stateKeyOf(state), this.at) };
  }

  /** The step or the page in view and the output, as the plan's cursor and the run now say. */
  show(ui: Ui): void {
    const { source, stepAt, dossierAt } = this.input;
    this.dossier = isDossier(ui.page) ? dossierAt(ui.page, this.at) : null;
    const id = lookedAt(ui, this.view);
    this.looked = id === null ? null : stepAt(id, this.at);
    const looked = ui.pinned === null ? this.looked : null;
    this.follower.show(looked ? looked.job : jobToShow(source.state(), this.view, ui.pinned));
  }

  seen({ pinned }: Ui): Seen {
    const { source, clock } = this.input;
    const state = source.state();
    const stateKey = stateKeyOf(state);
    const now = clock();
    const output = this.follower.state;
    return {
      view: this.view,
      shown: this.looked ?? this.view.current,
      dossier: this.dossier,
      output,
      outputOf: sourceOf(state, this.view, output.job),
      outputAside: pinned !== null && output.job === pinned,
      outputRemark: output.job === null ? null : (source.outputRemark?.(output.job) ?? null),
      stateKey,
      settled: this.footing.settled(stateKey, now),
      trouble: source.trouble?.() ?? null,
      now,
    };
  }
}
