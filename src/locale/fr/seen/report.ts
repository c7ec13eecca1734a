/** The report's headings and labels. */
import { around } from './report/around.ts';
import { charts } from './report/charts.ts';
import { figures } from './report/figures.ts';
import { page } from './report/page.ts';

const sections = {
  gantt: 'Déroulé',
  time: 'Où est passé le temps',
  against: 'Face à une autre exécution',
  checkpoints: 'Points de contrôle',
  decisions: 'Décisions',
  failures: 'Échecs et issues inconnues',
  amendments: 'Commandes modifiées',
  messages: 'Messages',
  metrics: 'Mesures',
  prerequisites: 'Prérequis',
  calls: 'Appels',
  notes: 'Notes',
  improvement: 'Ce que le plan doit retenir',
  timeline: 'Chronologie',
  outputs: 'Sorties des commandes',
};

/** What a section without content says; the others are left out. */
const empty = {
  gantt: 'Rien n’a encore commencé.',
  time: 'Aucun temps n’a encore passé.',
  decisions: 'Aucune décision.',
  failures: 'Aucune commande n’a échoué.',
  timeline: 'Le journal est vide.',
  outputs: 'Aucune commande n’a été lancée.',
  improvement: 'Rien à reporter dans le plan.',
};

export const report = { sections, empty, page, figures, charts, around };
