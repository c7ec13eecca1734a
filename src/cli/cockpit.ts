import { dirname } from 'node:path';
import { type CockpitEnd, type CockpitOptions, runCockpit } from '../cockpit/cockpit.tsx';
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
import type { History, ViewInput } from '../view/types.ts';
import { isAnotherDay } from './around/another-day.ts';
import { attachEvidence, provenRuns } from './around/evidence.ts';
import { linkedPage } from './around/links.ts';
import { editorOf } from './editor.ts';
import { historyOf } from './history.ts';
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
  const history = earlierRuns(session);
  const inputAt = (now: number): ViewInput =>
    viewInput(session, { ...looks(input), observer: false, history: history() }, now);
  const editor = editorOf(process.env);
  const end = await runCockpit({
    ...common(input, plan, session.planFolder),
    edit: editor?.edit ?? null,
    editorName: editor?.name ?? '',
    onLend: lend => engine.giveTerminal(lend),
    source: engine,
    view: now => screenView(inputAt(now)),
    stepAt: (id, now) => stepView(inputAt(now), id),
    dossierAt: (id, now) => dossierView(inputAt(now), id),
    intentOf: (choice, answers) => intentOf(choice, answers, inputAt(Date.now())),
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

/** Opens a plan in the cockpit without a run: everything can be read, nothing done. */
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
  await runCockpit({
    ...common(input, plan, folder),
    edit: null,
    editorName: '',
    source,
    view: now => screenView(inputAt(now)),
    stepAt: (id, now) => stepView(inputAt(now), id),
    dossierAt: (id, now) => dossierView(inputAt(now), id),
    intentOf: (choice, answers) => intentOf(choice, answers, inputAt(Date.now())),
    act: async () => ({ done: false, refusal: { code: 'no-helm', detail: '' } }),
    readOnly: true,
    resumeCommand: '',
  });
}

/** What earlier runs took: nothing until they are read, which waits for the first frame. */
function earlierRuns(session: Session): () => History {
  const { folder, id, plan, environment } = session;
  let history = noHistory;
  const home = dirname(dirname(folder));
  const read = async (): Promise<void> => {
    const proofs = await provenRuns(home, plan, id);
    history = { ...history, proofs };
    attachEvidence(session, proofs);
    history = { ...(await historyOf(home, id, plan, environment.name)), proofs };
  };
  // They help to forecast; without them everything else still holds.
  setTimeout(() => void read().catch(() => {}), 300).unref();
  return () => history;
}

const looks = ({ language, traits }: CockpitInput) => ({ language, ascii: traits.ascii });

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
