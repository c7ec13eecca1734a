/** What the panes draw from, without a store: the sample run on a screen of some size. */
import { layoutOf, type PaneId } from '../../../src/cockpit/layout.ts';
import type { Look } from '../../../src/cockpit/look.tsx';
import type { Situation } from '../../../src/cockpit/model/situation.ts';
import { silence } from '../../../src/cockpit/output/follower.ts';
import { windowOf } from '../../../src/cockpit/output/window.ts';
import { wordsOf } from '../../../src/locale/locale.ts';
import type { DossierView, ScreenView } from '../../../src/view/types.ts';

export function lookOf(ascii = false, language: 'fr' | 'en' = 'fr'): Look {
  return { words: wordsOf(language, ascii), theme: { ascii, color: false, mood: 'plain' } };
}

export interface Screen {
  columns?: number;
  rows?: number;
  zoomed?: PaneId | null;
  look?: Look;
  /** The page in view. */
  dossier?: DossierView;
  /** Of the job whose output is in view. */
  output?: { job: string; text: string };
}

export function situationOf(view: ScreenView, screen: Screen = {}): Situation {
  const { columns = 80, rows = 24, zoomed = null, look = lookOf(), output } = screen;
  const bytes = new TextEncoder().encode(output?.text ?? '');
  const size = bytes.length;
  return {
    view,
    shown: view.current,
    words: look.words,
    dossier: screen.dossier ?? null,
    reading: [],
    links: [],
    output: { ...silence, job: output?.job ?? null, size, window: windowOf(bytes, 0) },
    outputOf: output?.job === view.current?.job ? '3.3' : '',
    outputAside: output !== undefined && output.job === view.aside?.job,
    layout: layoutOf({ columns, rows }, zoomed, true, view.current?.card !== undefined),
    outputRemark: null,
    stateKey: '',
    settled: true,
    trouble: null,
    now: 1_000_000,
    readOnly: false,
    playback: null,
    editorName: '',
    listening: true,
    acting: false,
  };
}
