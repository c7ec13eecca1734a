/** The page of people, and the summary for whoever takes the helm. */

const s = (count: number) => (count > 1 ? 's' : '');

const page = {
  helm: 'La barre',
  onDuty: 'Concernés maintenant',
  team: 'L’équipe',
  nobody: 'personne ne tient la barre',
  since: (time: string) => `depuis ${time}`,
  handed: (from: string, to: string, time: string) => `Passée par ${from} à ${to}, ${time} :`,
  wouldSay: 'Ce que votre collègue lira :',
  toFillIn: (what: string) => `${what}, à compléter`,
  nothing: 'à compléter',
  roleUnknown: 'ce rôle n’est pas dans l’équipe du plan',
  responsibilities: (text: string) => `Responsabilités : ${text}`,
  available: (who: string, text: string) => `Disponibilité, ${who} : ${text}`,
  numbered: (at: number, text: string) => `${at}. ${text}`,
  called: (outcome: string, time: string) => `${outcome} ${time}`,
  callOf: (time: string, outcome: string, by: string, note: string) =>
    `${time} ${outcome}, noté par ${by}${note && ` : ${note}`}`,
  approves: (role: string) => `Accord de ${role}`,
  blanks: (count: number) => `${count} contact${s(count)} à compléter`,
  awaited: (role: string) => `accord attendu : ${role}`,
};

/** A second person's word: verified and attested are never the same. */
const approval = {
  waiting: 'accord attendu',
  optional: 'accord non exigé ici',
  verified: {
    go: (person: string, time: string) => `GO vérifié de ${person} ${time}`,
    'no-go': (person: string, time: string) => `NO-GO vérifié de ${person} ${time}`,
  },
  attested: {
    go: (person: string, time: string) => `GO attesté, dit par ${person} ${time}`,
    'no-go': (person: string, time: string) => `NO-GO attesté, dit par ${person} ${time}`,
  },
};

const summary = {
  runs: (what: string, elapsed: string) => `Tourne : ${what}, depuis ${elapsed}.`,
  held: (reason: string) => `Suspendue${reason && ` : ${reason}`}.`,
  waits: (what: string) => `Attend : ${what}.`,
  late: (stages: string) => `En retard : ${stages}.`,
  stage: (stage: string, open: number) => `${stage} (${open} à faire)`,
  unproved: (count: number) => `Prérequis à prouver : ${count}.`,
  unsent: (messages: string) => `À envoyer : ${messages}.`,
  doubtful: (messages: string) => `Peut-être envoyé, à vérifier : ${messages}.`,
  alert: (text: string) => `Alerte : ${text}`,
  note: (text: string, by: string, time: string) => `Note de ${by}, ${time} : ${text}`,
};

/** To whoever takes the helm. */
const handOver = {
  handsYou: (who: string) => `${who} vous passe la barre.`,
  back: (to: string) => `Vous aviez passé la barre à ${to}.`,
};

export const people = { title: 'Équipe et contacts', page, approval, summary, handOver };
