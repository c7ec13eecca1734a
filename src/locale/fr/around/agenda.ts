/** The page of what is due, and the line that sums it up. */

const s = (count: number) => (count > 1 ? 's' : '');

/** Days before or after J, whatever the plan calls its stages. */
const days = {
  theDay: 'Jour J',
  offset: (count: number) => `J${count < 0 ? '-' : '+'}${Math.abs(count)}`,
  today: "aujourd'hui",
  tomorrow: 'demain',
  yesterday: 'hier',
  in: (count: number) => `dans ${count} jours`,
  ago: (count: number) => `il y a ${count} jours`,
  dated: (date: string, away: string) => `${date} (${away})`,
};

const headings = {
  late: 'En retard',
  today: (stages: string) => `Aujourd'hui (${stages})`,
  now: (stages: string) => `En cours (${stages})`,
  closing: 'À clore',
  prerequisites: 'Prérequis',
  messages: 'Messages',
  metrics: 'Mesures',
  watch: 'Surveillance',
  coming: 'À venir',
  debrief: 'Bilan',
};

const rows = {
  late: (count: number) => `${count} jour${s(count)} de retard`,
  passed: (time: string, ago: string) => `${time}, passée de ${ago}`,
  phase: (count: number) => `${count} action${s(count)}`,
  owed: (missing: number, total: number) => `${missing} sur ${total} à prouver`,
  before: (date: string) => `avant le ${date}`,
  beforeTheDay: 'avant le jour J',
  baseline: (count: number) => `Référence à mesurer avant la fenêtre : ${count} mesure${s(count)}`,
  measures: (count: number, stage: string) => `${count} mesure${s(count)} à prendre à ${stage}`,
  seen: (ago: string) => `vu il y a ${ago}`,
  neverSeen: 'jamais vu',
  every: (duration: string) => `rythme : ${duration}`,
  titled: (title: string, text: string) => `${title} : ${text}`,
  checklist: (passed: number, total: number) => `Liste finale : ${passed}/${total}`,
  debrief: 'Noter une adoption, une satisfaction, une leçon',
};

const todo = {
  late: (count: number) => `${count} en retard`,
  messages: (count: number) => `${count} message${s(count)} à envoyer`,
  prerequisites: (count: number) => `${count} prérequis`,
  looks: (count: number) => `${count} point${s(count)} à surveiller`,
  measures: (count: number) => `${count} mesure${s(count)} à prendre`,
  closing: 'liste finale à clore',
};

export const agenda = {
  title: 'Agenda',
  days,
  headings,
  rows,
  todo,
  /** Where the days of the plan do not count. */
  relative: 'répétition : les jours ne comptent pas',
  note: (date: string, offset: string) => `${date}, ${offset}`,
  nothing: "Rien n'attend aujourd'hui.",
};
