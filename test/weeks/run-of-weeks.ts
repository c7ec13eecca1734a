/** A run that is opened again and again, days apart: the real session, store, commands, servers; only the clock is ours. */
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { journalVersion } from '../../machines/entries.ts';
import { attachEvidence, provenRuns } from '../../src/cli/around/evidence.ts';
import { planOfRun } from '../../src/cli/run-status.ts';
import { openSession, type Session, textFingerprint } from '../../src/cli/session.ts';
import { viewInput } from '../../src/cli/view-input.ts';
import { nextMove } from '../../src/engine/unattended.ts';
import { cliWords } from '../../src/locale/cli.ts';
import { openJournal } from '../../src/store/journal-file.ts';
import { createRunFolder, runPaths } from '../../src/store/run-folder.ts';
import { dossierView } from '../../src/view/dossier.ts';
import { noHistory } from '../../src/view/history.ts';
import { intentOf } from '../../src/view/intent.ts';
import { screenView } from '../../src/view/screen.ts';
import type { Answers, Choice, ChoiceId, DossierId, ViewInput } from '../../src/view/types.ts';
import { until } from '../plans/ops-bail-mobilite/rehearsal.ts';

const project = resolve(import.meta.dirname, '../..');

/** A group that no system has. */
export const ops = 54321;
export const isRoot = process.geteuid?.() === 0;

/** A home that a group shares where we may give files away, else one of our own. */
export function sharedHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'bascule-weeks-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  if (isRoot) chownSync(home, 0, ops);
  chmodSync(home, isRoot ? 0o2770 : 0o700);
  return home;
}

/** A copy of the mission's plan whose final GO / NO-GO asks for a second person, with these environments. */
export function missionFor(environments: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-plan-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const mission = join(project, 'plans/ops-bail-mobilite');
  for (const part of ['docs', 'rehearsal'])
    cpSync(join(mission, part), join(folder, part), { recursive: true });
  const text = readFileSync(join(mission, 'plan.md'), 'utf8');
  writeFileSync(
    join(folder, 'plan.md'),
    text.replace(
      'GO/NO-GO final <!-- role="Chef de projet" -->',
      'GO/NO-GO final <!-- role="Chef de projet" approve="Chef de projet" -->',
    ),
  );
  mkdirSync(join(folder, 'environments'));
  const rehearsal = readFileSync(join(mission, 'environments/rehearsal.yaml'), 'utf8');
  for (const [name, more] of Object.entries(environments)) {
    const base = rehearsal
      .replace(/^(title|schedule): .*$/gm, '')
      // Its last part: where the messages go is for each environment to say.
      .replace(/^channels:\n[\s\S]*/m, '');
    writeFileSync(join(folder, 'environments', `${name}.yaml`), `${base}\n${more}`);
  }
  return folder;
}

/** Creates a run as `bascule run --date` would, at a moment of our choice. */
export function createRun(
  home: string,
  folder: string,
  environment: string,
  date: string,
  at: string,
): string {
  const plan = readFileSync(join(folder, 'plan.md'), 'utf8');
  const text = readFileSync(join(folder, 'environments', `${environment}.yaml`), 'utf8');
  const run = createRunFolder(
    home,
    { date, slug: 'mission', environment },
    { plan, environment: text },
  );
  const journal = openJournal(runPaths(run).journal, {
    createIfMissing: true,
    now: () => new Date(at),
  });
  journal.append(
    {
      type: 'run.created',
      version: journalVersion,
      run: basename(run),
      plan: { title: 'Mission', fingerprint: textFingerprint(plan), path: join(folder, 'plan.md') },
      environment: { name: environment, fingerprint: textFingerprint(text), protected: false },
      date,
      timezone: 'Europe/Paris',
      pace: 'step',
      variables: { 'pre-migration-backup': 'aucune', 'espace-minimum-go': '1' },
      program: 'bascule',
    },
    'ops@bastion',
  );
  journal.close();
  return run;
}

/** One opening of the run, at one moment of one day. */
export class Opening {
  readonly session: Session;
  readonly #clock: { now: number };

  private constructor(session: Session, clock: { now: number }) {
    this.session = session;
    this.#clock = clock;
  }

  /** Takes the helm at this moment, ISO 8601; the clock stands still until it is moved. */
  static async of(run: string, at: string): Promise<Opening> {
    const clock = { now: Date.parse(at) };
    const options = { takeOver: false, interactive: false, words: cliWords('fr') };
    const session = await openSession(run, planOfRun(run), { ...options, now: () => clock.now });
    const proofs = await provenRuns(dirname(dirname(run)), session.plan, session.id);
    attachEvidence(session, proofs);
    return new Opening(session, clock);
  }

  at(moment: string): this {
    this.#clock.now = Date.parse(moment);
    return this;
  }

  get input(): ViewInput {
    const how = { language: 'fr', ascii: false, observer: false, history: noHistory } as const;
    return viewInput(this.session, how, this.#clock.now);
  }

  get state() {
    return this.session.engine.state();
  }

  get screen() {
    return screenView(this.input);
  }

  page(id: DossierId) {
    return dossierView(this.input, id);
  }

  /** All that a page says, row by row. */
  reads(id: DossierId): string {
    const { title, note, rows } = this.page(id);
    const lines = rows.map(({ badge, text, right }) =>
      [badge?.word, text, right].filter(Boolean).join(' '),
    );
    return [title, note.text, ...lines].join('\n');
  }

  /** Makes a choice of the main screen. @throws when it is not there, or refused */
  async does(id: ChoiceId, answers: Answers = {}): Promise<void> {
    await this.#make(
      this.screen.choices.find(choice => choice.id === id),
      id,
      answers,
    );
  }

  /** Makes a choice of a row of a page. */
  async doesOn(page: DossierId, row: string, id: ChoiceId, answers: Answers = {}): Promise<void> {
    const found = this.page(page).rows.find(({ key, text }) => key === row || text.includes(row));
    await this.#make(
      found?.choices.find(choice => choice.id === id),
      `${id} on ${row}`,
      answers,
    );
  }

  /** Goes on as one who is always there would, while it is this step's turn or one before it. */
  async goesOnUntil(step: string | null): Promise<void> {
    const { engine, plan, environment } = this.session;
    const circumstances = {
      ...environment,
      prerequisites: 'optional',
      approvals: 'optional',
      schedule: 'relative',
      today: '',
    } as const;
    for (;;) {
      const { current, context } = this.state;
      if (current === step || context.endedAt !== null) return;
      const move = nextMove(
        { plan, onFailure: 'stop', circumstances },
        this.state,
        engine.around.takesBaseline,
      );
      if (move === 'stop') throw new Error(`stopped at ${current}`);
      if (move === 'wait') {
        const { seq } = context;
        const baseline = engine.around.takesBaseline;
        await until(
          () => this.state.context.seq !== seq || (baseline && !engine.around.takesBaseline),
          `news at ${current}`,
        );
        continue;
      }
      const result = await engine.act(move);
      if (!result.done)
        throw new Error(`${current}: ${result.refusal.code} ${result.refusal.detail}`);
    }
  }

  /** Resolves once this is so. */
  async sees(what: string, so: () => boolean): Promise<void> {
    await until(so, what);
  }

  async leaves(): Promise<void> {
    await this.session.close('detached');
  }

  async #make(choice: Choice | undefined, what: string, answers: Answers): Promise<void> {
    if (!choice) throw new Error(`nobody offers ${what}`);
    if (!choice.enabled) throw new Error(`${what}: ${choice.why}`);
    const { engine } = this.session;
    const result = await engine.act(intentOf(choice, answers, this.input));
    if (!result.done) throw new Error(`${what}: ${result.refusal.code} ${result.refusal.detail}`);
  }
}
