/** The small plan with its messages, and an environment that can send two of them. */
import type { Message, Plan } from '../../../src/plan/types.ts';
import { nothingAround } from '../../../src/view/around.ts';
import { messagesPage } from '../../../src/view/dossier/messages.ts';
import { sceneOf } from '../../../src/view/scene/scene.ts';
import type { Around, DossierRow } from '../../../src/view/types.ts';
import { smallPlan } from '../fixtures.ts';
import { Journey, winterMorning } from '../journey.ts';

const place = { line: 1, column: 1 };

export function message(id: string, title: string, more: Partial<Message> = {}): Message {
  return { id, title, ...place, ...more };
}

export const before = message('before', 'Avant Déploiement (J-7)', {
  offsetDays: -7,
  audience: 'Tous les utilisateurs',
  channels: 'Email + notification in-app',
  body: [
    'Objet: Maintenance programmée le [DATE DE MAINTENANCE]',
    '',
    'Une maintenance est prévue le [DATE], de [HEURE DE DÉBUT] à [HEURE DE FIN].',
    'Version {{version}}. Guides : [lien documentation].',
    "L'équipe technique",
    '',
  ].join('\n'),
});

export const during = message('during', 'Pendant Maintenance', {
  audience: 'Équipe technique + Management',
  channels: 'Slack/Teams + SMS si critique',
  each: 'checkpoint',
  toManagement: true,
});

export const after = message('after', 'Fin de Maintenance', {
  audience: 'Tous les utilisateurs',
  channels: 'Email + notification in-app',
  body: 'La maintenance est terminée avec succès !\nMerci de votre patience.',
});

export function toldPlan(more: Partial<Plan> = {}): Plan {
  return smallPlan({ messages: [before, during, after], ...more });
}

const base = { names: [], timeout: 20 };

/** An e-mail relay that the plan calls `Email`, and a chat. */
export const channels: Around['channels'] = {
  courrier: {
    ...base,
    names: ['e-mail', 'email'],
    type: 'smtp',
    host: '127.0.0.1',
    port: 25,
    security: 'none',
    from: 'ops@example.org',
    to: ['tous@example.org', 'support@example.org'],
  },
  Slack: { ...base, type: 'slack', url: 'http://127.0.0.1/hook' },
};

export const around: Around = { ...nothingAround, channels, approvals: 'required' };

/** On J at 06:00 in Paris, with channels. */
export function toldJourney(plan = toldPlan(), at = winterMorning, date?: string): Journey {
  const journey = new Journey(plan, at, date);
  journey.more = { around };
  return journey;
}

export const sceneAt = (journey: Journey) => sceneOf(journey.input);

export function rowAt(journey: Journey, key: string): DossierRow {
  const row = messagesPage(sceneAt(journey)).rows.find(one => one.key === key);
  if (!row) throw new Error(`no row ${key}`);
  return row;
}

/** Sends a message as the operator would, through the channel of this name. */
export function send(journey: Journey, occasion: string, channel = 'courrier'): string {
  const choice = rowAt(journey, occasion).choices.find(({ id }) => id === 'send')!;
  journey.make(choice, { option: channel });
  return Object.keys(journey.state.context.deliveries).at(-1)!;
}
