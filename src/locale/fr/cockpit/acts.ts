/** What the operator does. */
import { choices as around } from '../around/choices.ts';

/** What each choice does, whatever the step: for the help. */
export const acts = {
  start: 'lancer la commande',
  confirm: "dire l'action faite",
  reach: 'marquer le jalon',
  go: 'GO',
  noGo: 'NO-GO',
  review: 'réexaminer le point de contrôle',
  retry: 'relancer',
  accept: 'accepter telle quelle',
  skip: 'passer cette action',
  redo: 'reprendre depuis une action finie',
  rollback: 'retour arrière',
  validate: 'valider le retour arrière',
  abandon: 'ne plus attendre la commande',
  stop: 'arrêter la commande',
  abort: "abandonner l'exécution",
  hold: 'suspendre',
  resume: 'reprendre',
  pace: 'changer le rythme',
  tickPass: 'cocher la case',
  tickFail: 'marquer la case en échec',
  amend: 'corriger la commande',
  adhoc: 'lancer une commande à côté du plan',
  stopAside: 'arrêter la commande à côté',
  check: 'relancer la vérification',
  notNeeded: 'déclarer l’action inutile',
  bind: 'donner une valeur',
  note: 'épingler une note',
  ...around.acts,
};
