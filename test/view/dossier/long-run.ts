/** A run that lasts weeks: stages with dates, lists without order, prerequisites, metrics, surveillance, a final checklist. */
import type { Fact } from '../../../machines/entries.ts';
import type { Environment, Metric, Plan, Probe, Stage } from '../../../src/plan/types.ts';
import { nothingAround } from '../../../src/view/around.ts';
import { dossierView } from '../../../src/view/dossier.ts';
import { stepView } from '../../../src/view/step.ts';
import type {
  Answers,
  Around,
  Choice,
  ChoiceId,
  DossierId,
  DossierRow,
} from '../../../src/view/types.ts';
import { command, item, phase, smallPlan, stage, step } from '../fixtures.ts';
import { Journey } from '../journey.ts';

const place = { line: 1, column: 1 };

function list(id: string, offset: number, title: string, titles: string[]): Stage {
  const steps = titles.map((text, at) => step(`${id}.${at + 1}`, '', text));
  return stage(id, offset, title, [phase(id, '', steps, { anyOrder: true })]);
}

function metric(id: string, title: string, text: string, more: Partial<Metric> = {}): Metric {
  return { ...item(id, title), text, ...more };
}

/** The small plan's J between a J-7 and two follow-up stages; J is at 06:00 in Paris. */
export function longPlan(more: Partial<Plan> = {}): Plan {
  const small = smallPlan();
  const [eve, day] = small.stages;
  const plan = smallPlan({
    stages: [
      stage('J-7', -7, 'Préparation finale', [
        phase('J-7', '', [
          step('J-7.1', '09:00', 'Réunion équipe'),
          step('J-7.2', '16:00', 'Communication aux utilisateurs'),
        ]),
      ]),
      eve!,
      day!,
      list('J+1', 1, 'Bilan 24h', ['Rapport de stabilité', 'Retours utilisateurs', 'Ajustements']),
      list('J+7', 7, 'Bilan semaine', ['Rapport complet', "Analyse de l'adoption"]),
    ],
    prerequisites: [
      {
        title: 'Technique',
        items: [
          { ...item('P1.1', 'Staging validé'), evidence: { kind: 'run', environment: 'staging' } },
          { ...item('P1.2', 'Rollback testé'), evidence: { kind: 'rollback' } },
          {
            ...item('P1.3', 'Espace disque suffisant'),
            check: command('df -Pk .', { attributes: {} }),
          },
        ],
      },
      { title: 'Organisationnel', items: [item('P2.1', 'Utilisateurs informés')] },
    ],
    metrics: [
      {
        title: 'Techniques',
        items: [
          metric('M1.1', 'Performance', 'Temps de réponse < 2s', {
            threshold: { operator: '<', value: 2, unit: 's' },
          }),
          metric('M1.2', 'Erreurs', "Taux d'erreur < 0.1%", {
            threshold: { operator: '<', value: 0.1, unit: '%' },
          }),
        ],
      },
      {
        title: 'Fonctionnelles',
        items: [metric('M2.1', 'Connexions', 'Tous les rôles peuvent se connecter')],
      },
    ],
    surveillance: [
      { id: 'W.1', title: 'Monitoring', text: 'Vérification toutes les heures', line: 1 },
      { id: 'W.2', title: 'Performance', text: 'en continu', line: 2 },
    ],
    messages: [{ id: 'before', title: 'Avant la maintenance', offsetDays: -7, ...place }],
    checklist: [item('L.1', 'Prérequis validés'), item('L.2', 'Équipe briefée')],
    ...more,
  });
  Object.assign(plan.surveillance[0]!, { everyMinutes: 60, fromDays: 0, toDays: 7 });
  plan.rollback!.triggers.push({ text: 'Performance dégradée > 50%', line: 3 });
  return plan;
}

const http: Probe = {
  type: 'http',
  url: 'http://127.0.0.1/health',
  measure: 'p95',
  requests: 20,
  every: 60,
  timeout: 20,
};

/** Prerequisites and approvals are owed, and a probe measures the first metric. */
export const equipped: Around = {
  ...nothingAround,
  prerequisites: 'required',
  approvals: 'required',
  probes: { 'M1.1': http },
};

/** J of a long run. */
export const theDay = '2026-12-01';

/** A run of the present journal version, whose clock goes from day to day. */
export class LongJourney extends Journey {
  constructor(plan: Plan = longPlan(), at = '2026-11-24T08:00:00.000Z') {
    super(plan, at, theDay);
    this.more = { around: equipped };
  }

  override say(fact: Fact): this {
    return super.say(fact.type === 'run.created' ? { ...fact, version: 3 } : fact);
  }

  /** Sets the day as well, in UTC. */
  on(date: string, time: string): this {
    this.now = Date.parse(`${date}T${time}Z`);
    return this;
  }

  with(more: Partial<Around> & Partial<Pick<Environment, 'schedule'>>): this {
    const { schedule = this.input.schedule, ...around } = more;
    this.more = { ...this.more, schedule, around: { ...this.input.around, ...around } };
    return this;
  }

  page(id: DossierId) {
    return dossierView(this.input, id);
  }

  line(id: DossierId, key: string): DossierRow {
    const found = this.page(id).rows.find(row => row.key === key);
    if (!found) throw new Error(`no row ${key} on ${id}`);
    return found;
  }

  offer(id: DossierId, key: string, choice: ChoiceId): Choice {
    const found = this.line(id, key).choices.find(one => one.id === choice);
    if (!found) throw new Error(`no choice ${choice} on ${key}`);
    return found;
  }

  /** Acts on a row of a page as the cockpit would. */
  act(id: DossierId, key: string, choice: ChoiceId, answers: Answers = {}): this {
    return this.make(this.offer(id, key, choice), answers);
  }

  /** `À venir`, `J-7.1 Réunion équipe|09:00`: headings, and rows with what stands at their right. */
  lines(id: DossierId): string[] {
    return this.page(id).rows.map(({ kind, text, right }) =>
      kind === 'heading' ? `# ${[text, right].filter(Boolean).join(' ')}` : `${text}|${right}`,
    );
  }

  /** What the pane of any step says. */
  stepTexts(id: string): string[] {
    return stepView(this.input, id)!.remarks.map(({ text }) => text);
  }

  /** Everything that the day needs is waived. */
  waived(): this {
    for (const id of ['P1.1', 'P1.2', 'P1.3', 'P2.1']) {
      this.say({ type: 'item.waived', item: id, reason: 'essai' });
    }
    return this;
  }

  /** Up to the day after, in the morning. */
  dayAfter(): this {
    this.waived().on(theDay, '05:00').until('2.4').at('07:00').pass();
    return this.on('2026-12-02', '08:00');
  }
}
