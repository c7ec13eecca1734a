/** Hours, forecasts, margins and alerts. */

const rows = {
  span: (from: string, to: string) => `${from}–${to}`,
  since: (time: string) => `en cours depuis ${time}`,
  until: (time: string) => `fin ${time}`,
  orSlow: (text: string, slow: string) => `${text} (${slow})`,
  left: (duration: string) => `encore ${duration}`,
  past: (duration: string) => `passé depuis ${duration}`,
};

/** What differs comes first: a narrow screen cuts the end. */
const deadlines = {
  closing: 'Fermeture de la fenêtre',
  lastReturn: 'Dernier retour tenable',
  lastDecision: (step: string) => `Dernière décision : ${step}`,
  margin: (step: string) => `Marge à la décision ${step}`,
};

const header = {
  beyond: (over: string) => `${over} après la fermeture`,
  outage: (elapsed: string, closes: string) => `coupure ${elapsed}, ferme à ${closes}`,
  outageLate: (elapsed: string, closes: string) => `coupure ${elapsed}, à fermer depuis ${closes}`,
  returnNotWithout: (time: string, missing: string) =>
    `retour jusqu'à ${time}, pas sans : ${missing}`,
};

const alerts = {
  returnPast: (last: string, end: string) =>
    `Retour hors fenêtre depuis ${last} : décidé maintenant, il finirait à ${end}.`,
  overrun: (end: string, over: string, closes: string) =>
    `Fin prévue à ${end}, ${over} après la fermeture de la fenêtre (${closes}).`,
  slowOverrun: (end: string, over: string, closes: string) =>
    `Dans le mauvais cas, fin à ${end}, ${over} après la fermeture (${closes}).`,
  decisionLate: (step: string, at: string, last: string) =>
    `Décision ${step} attendue à ${at}, après le dernier retour tenable (${last}).`,
  decisionSlow: (step: string, at: string, last: string) =>
    `Dans le mauvais cas, décision ${step} à ${at}, trop tard pour revenir (${last}).`,
  thinMargin: (margin: string, step: string, at: string, last: string) =>
    `Marge de ${margin} : décision ${step} à ${at}, dernier retour tenable à ${last}.`,
  planDefect: (step: string, at: string, last: string) =>
    `Défaut du plan : décision ${step} à ${at}, retour tenable jusqu'à ${last}.`,
  rollbackOver: (spent: string, over: string, planned: string) =>
    `Le retour dure depuis ${spent}, soit ${over} de plus que prévu (${planned}).`,
  rollbackBeyond: (end: string, over: string, closes: string) =>
    `Le retour finirait à ${end}, ${over} après la fermeture de la fenêtre (${closes}).`,
};

export const times = { rows, deadlines, header, alerts };
