import { type CockpitEnd, type CockpitOptions, runCockpit } from '../cockpit/cockpit.tsx';
import type { Playback } from '../cockpit/options.ts';
import type { Refusal, RunSource } from '../engine/types.ts';
import { createFold } from '../journal/fold.ts';
import { wordsOf } from '../locale/locale.ts';
import type { Language, Plan } from '../plan/types.ts';
import { nothingAround } from '../view/around.ts';
import { dossierView } from '../view/dossier.ts';
import { noHistory } from '../view/history.ts';
import { intentOf } from '../view/intent.ts';
import { screenView } from '../view/screen.ts';
import { stepView } from '../view/step.ts';
import type { ViewInput } from '../view/types.ts';
import { isAnotherDay } from './around/another-day.ts';
import { attachEvidence } from './around/evidence.ts';
import { linkedPage } from './around/links.ts';
import { earlierRuns } from './earlier-runs.ts';
import { editorOf } from './editor.ts';
import type { Session } from './session.ts';
import type { Traits } from './traits.ts';
import { viewInput } from './view-input.ts';

export interface CockpitInput {
  language: Language;
  traits: Traits;
}

/** Opens the cockpit on a session with the helm. Resolves when it is left, in whatever way. */
export async function openCockpit(
  session: Session,
  input: CockpitInput & { resumeCommand: string },
): Promise<CockpitEnd> {
  const { engine, plan } = session;
  const history = earlierRuns(session, proofs => attachEvidence(session, proofs));
  const inputAt = (now: number): ViewInput =>
    viewInput(session, { ...looks(input), observer: false, history: history() }, now);
  const editor = editorOf(process.env);
  const end = await runCockpit({
    ...common(input, plan, session.planFolder),
    ...viewsOf(inputAt),
    edit: editor?.edit ?? null,
    editorName: editor?.name ?? '',
    onLend: lend => engine.giveTerminal(lend),
    source: engine,
    act: intent => engine.act(intent),
    readOnly: false,
    resumeCommand: input.resumeCommand,
    ...(isAnotherDay({ ...session, entries: engine.entries() }, Date.now()) && {
      firstPage: 'agenda' as const,
    }),
  });
  engine.giveTerminal(null);
  return end;
}

/** What is only looked at: a plan, a run that somebody else drives, one that plays again. */
export interface LookedAt {
  plan: Plan;
  /** Where the plan's own documents are. */
  planFolder: string;
  source: RunSource;
  inputAt(now: number): ViewInput;
  playback?: Playback;
}

/** Opens the cockpit where everything can be read, and nothing done. Resolves when it is left, in whatever way. */
export async function openReadOnly(
  { plan, planFolder, source, inputAt, playback }: LookedAt,
  input: CockpitInput,
): Promise<CockpitEnd> {
  return runCockpit({
    ...common(input, plan, planFolder),
    ...viewsOf(inputAt),
    edit: null,
    editorName: '',
    source,
    act: async () => ({ done: false, refusal: { code: 'no-helm', detail: '' } }),
    readOnly: true,
    resumeCommand: '',
    ...(playback && { playback }),
  });
}

/** Opens a plan in the cockpit without a run. */
export async function previewPlan(plan: Plan, folder: string, input: CockpitInput): Promise<void> {
  const source = draftOf(plan);
  const inputAt = (now: number): ViewInput => ({
    plan,
    state: source.state(),
    entries: [],
    away: [],
    now,
    operator: '',
    schedule: 'absolute',
    observer: true,
    history: noHistory,
    around: nothingAround,
    ...looks(input),
  });
  await openReadOnly({ plan, planFolder: folder, source, inputAt }, input);
}

/** The part of a view's input that only the terminal decides. */
export const looks = ({ language, traits }: CockpitInput) => ({ language, ascii: traits.ascii });

function viewsOf(inputAt: (now: number) => ViewInput) {
  return {
    view: now => screenView(inputAt(now)),
    stepAt: (id, now) => stepView(inputAt(now), id),
    dossierAt: (id, now) => dossierView(inputAt(now), id),
    intentOf: (choice, answers) => intentOf(choice, answers, inputAt(Date.now())),
  } satisfies Partial<CockpitOptions>;
}

function common(input: CockpitInput, plan: Plan, folder: string) {
  const { language, ascii } = looks(input);
  const words = wordsOf(language, ascii);
  return {
    words,
    ascii,
    color: input.traits.color,
    reading: plan.reading.map(({ title, markdown }) => ({ title, markdown })),
    links: plan.links,
    readLink: (url: string) => linkedPage(folder, url),
    refusalText: ({ code, detail }: Refusal) => words.choices.refusals[code](detail),
    stdin: process.stdin,
    stdout: process.stdout,
  } satisfies Partial<CockpitOptions>;
}

/** A run that has not begun. */
function draftOf(plan: Plan): RunSource {
  const fold = createFold(plan);
  const state = fold.toState(fold.initial());
  return {
    state: () => state,
    entries: () => [],
    subscribe: () => () => {},
    away: [],
    hashOf: () => null,
    outputSize: async () => 0,
    readOutput: async () => Buffer.alloc(0),
  };
}
