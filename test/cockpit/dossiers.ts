/** The pages about what surrounds the commands, as their views would show them. */
import type {
  Badge,
  Choice,
  DossierId,
  DossierRow,
  DossierView,
  ScreenView,
} from '../../src/view/types.ts';
import { badges, box, choice, step, tree, view } from './sample.ts';

export const states = {
  late: { glyph: '!', word: 'en retard', tone: 'bad' },
  proved: { glyph: '✓', word: 'prouvé', tone: 'good' },
  missing: { glyph: '✗', word: 'manque', tone: 'warning' },
  draft: { glyph: '○', word: 'à envoyer', tone: 'warning' },
  sent: { glyph: '✓', word: 'envoyé', tone: 'good' },
  good: { glyph: '✓', word: 'bon', tone: 'good' },
} satisfies Record<string, Badge>;

export function heading(text: string, right = ''): DossierRow {
  return {
    key: `heading:${text}`,
    kind: 'heading',
    text,
    right,
    tone: 'normal',
    detail: [],
    choices: [],
  };
}

export function line(key: string, text: string, more: Partial<DossierRow> = {}): DossierRow {
  return { key, kind: 'row', text, right: '', tone: 'normal', detail: [], choices: [], ...more };
}

const said = (...texts: string[]): DossierRow['detail'] =>
  texts.map(text => ({ text, tone: 'normal' }));

export const agenda: DossierView = {
  title: 'Agenda',
  note: { text: '3 à faire, 1 en retard', tone: 'warning' },
  rows: [
    heading('J-7 Préparation Finale', '24/11'),
    line('step:J-7.1', 'Réunion équipe de déploiement', {
      badge: badges.done,
      right: '09:00',
      detail: said('Faite le 24/11 à 09:40 par ops.'),
      leads: { step: 'J-7.1' },
    }),
    line('step:J-7.2', 'Test final sur environnement de staging', {
      badge: states.late,
      right: '10:00',
      tone: 'bad',
      leads: { step: 'J-7.2' },
    }),
    heading('Jour J Déploiement Production', '01/12'),
    line('prerequisites', '2 prérequis manquent', {
      badge: states.missing,
      leads: { page: 'prerequisites', key: 'P2' },
    }),
    heading('J+1 Bilan 24h', '02/12'),
    line('stage:J+1', 'Ouvrir J+1', {
      badge: badges.waiting,
      choices: [
        choice('openStage', {
          about: 'J+1',
          label: 'Ouvrir J+1 en avance',
          consequence: 'Son jour est le 02/12. La raison va au journal.',
          reason: 'required',
        }),
      ],
    }),
  ],
};

const tick = (about: string): Choice[] => [
  choice('tickPass', { about, label: 'Cocher', primary: true, tone: 'good' }),
  choice('tickFail', { about, label: 'Marquer en échec', reason: 'optional' }),
  choice('waive', {
    about,
    label: 'Déroger',
    consequence: 'Le jour J pourra commencer sans lui. La raison va au journal.',
    reason: 'required',
    tone: 'warning',
  }),
];

export const prerequisites: DossierView = {
  title: 'Prérequis',
  note: { text: '2 manquent', tone: 'warning' },
  rows: [
    heading('Infrastructure'),
    line('P1', '20 Go libres sur le serveur', {
      badge: states.proved,
      right: 'ops, 24/11',
      detail: said('41 Go libres sur app1'),
      choices: [choice('check', { about: 'P1', label: 'Relancer la vérification' })],
    }),
    line('P2', 'Fenêtre annoncée aux clients', {
      badge: states.missing,
      right: 'parole',
      detail: said('Personne ne l’a dit pour le moment.'),
      choices: [
        ...tick('P2'),
        choice('waiveAll', { label: 'Déroger aux 2 prérequis qui manquent', reason: 'required' }),
      ],
    }),
    heading('Répétitions'),
    line('P3', 'Retour arrière répété', {
      badge: states.missing,
      right: 'preuve',
      choices: [
        choice('prove', {
          about: 'P3',
          label: 'Prendre pour preuve',
          consequence: '2026-11-20-essai, du 20/11, devient sa preuve.',
          primary: true,
        }),
        ...tick('P3').slice(2),
      ],
    }),
  ],
};

export const people: DossierView = {
  title: 'Personnes',
  note: { text: 'de garde : DBA', tone: 'muted' },
  rows: [
    line('DBA', 'DBA', {
      right: 'poste 12',
      copy: 'poste 12',
      detail: said('Aucun appel pour le moment.'),
      choices: [
        choice('call', {
          about: 'DBA',
          label: 'Noter un appel',
          reason: 'optional',
          primary: true,
          options: [
            { value: 'reached', label: 'joint' },
            { value: 'no-answer', label: 'pas de réponse' },
          ],
        }),
      ],
    }),
    line('helm', 'La barre', {
      badge: badges.running,
      choices: [
        choice('handOver', { label: 'Passer la barre', text: '', reason: 'required', about: '' }),
      ],
    }),
  ],
};

export const draft = {
  subject: 'Déploiement : la maintenance commence',
  body: [
    'Bonjour,',
    '',
    'La maintenance commence à 06:30.',
    ...Array.from({ length: 12 }, (_, at) => `Ligne ${at + 1} du message.`),
  ].join('\n'),
};

export const send = choice('send', {
  about: 'start',
  label: 'Envoyer',
  consequence: 'Part maintenant par mail. Ne se rattrape pas.',
  word: 'ENVOYER',
  primary: true,
  tone: 'warning',
  draft,
});

export const messages: DossierView = {
  title: 'Messages',
  note: { text: '1 à envoyer', tone: 'warning' },
  rows: [
    line('start', 'Début de la maintenance', {
      badge: states.draft,
      right: 'direction, clients',
      detail: [
        { text: draft.subject, tone: 'active' },
        ...draft.body.split('\n').map(text => ({ text, tone: 'normal' as const })),
      ],
      copy: `${draft.subject}\n\n${draft.body}`,
      choices: [
        send,
        choice('editMessage', {
          about: 'start',
          label: 'Modifier le texte',
          consequence: 'Rien ne part encore.',
          edit: `${draft.subject}\n\n${draft.body}`,
        }),
        choice('told', { about: 'start', label: "Dire qu'il est parti", reason: 'required' }),
      ],
    }),
    line('end', 'Fin de la maintenance', { badge: badges.waiting }),
  ],
};

export const metrics: DossierView = {
  title: 'Mesures',
  note: { text: '1 bonne, 1 sans mesure', tone: 'muted' },
  rows: [
    line('latency', 'Temps de réponse p95', {
      badge: states.good,
      right: '312 ms  < 2 s',
      detail: said('▁▂▁▁▃▂▁  il y a 4 s'),
      choices: [
        choice('measure', { about: 'latency', label: 'Mesurer', primary: true }),
        choice('enterFigure', { about: 'latency', label: 'Saisir un chiffre', text: '' }),
        choice('measureAll', { label: 'Tout mesurer' }),
      ],
    }),
    line('tickets', 'Tickets par jour', {
      badge: badges.waiting,
      right: '< 10',
      choices: [
        choice('enterFigure', { about: 'tickets', label: 'Saisir un chiffre', text: '' }),
        choice('lesson', { about: 'tickets', label: 'Noter pour le bilan', reason: 'required' }),
      ],
    }),
  ],
};

export const dossiers: Readonly<Record<DossierId, DossierView>> = {
  agenda,
  prerequisites,
  people,
  messages,
  metrics,
};

/** The same page with another row in the place of one, or without it. */
export function withRow(page: DossierView, key: string, row: DossierRow | null): DossierView {
  return {
    ...page,
    rows: page.rows.flatMap(one => (one.key !== key ? [one] : row === null ? [] : [row])),
  };
}

/** The final checklist, once every step is over. */
export function closingView(): ScreenView {
  return view({
    tree: tree(''),
    current: step({
      id: 'closing',
      title: 'Clôture',
      place: '',
      kind: 'closing',
      status: badges.reviewing,
      timing: '',
      commands: [],
      job: null,
      boxes: [box('F1', 'Sauvegardes archivées', 'pass'), box('F2', 'Bilan envoyé')],
    }),
    choices: [
      choice('close', {
        label: "Clore l'exécution",
        consequence: "1 case n'est pas verte : dites pourquoi.",
        word: 'CLORE',
        reason: 'required',
        primary: true,
      }),
      choice('tickPass', { label: 'Cocher' }),
      choice('tickFail', { label: 'Marquer en échec', reason: 'optional' }),
    ],
  });
}
