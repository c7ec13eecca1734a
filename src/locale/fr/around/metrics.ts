/** The page of the success metrics, and their alerts. */

const s = (count: number) => (count > 1 ? 's' : '');

export const metrics = {
  title: 'Mesures',
  none: "Le plan n'a pas de mesure de succès.",
  good: (count: number, total: number) => `${count} sur ${total} au seuil`,
  failing: (count: number) => `${count} en défaut`,
  badges: {
    pass: 'bon',
    fail: 'en défaut',
    none: 'mesuré',
    open: 'sans chiffre',
    failed: 'mesure impossible',
  },
  all: 'Toutes les mesures',
  probes: (count: number, total: number) => `${count} sur ${total} par sonde`,
  /** Of a figure that misses its threshold. */
  missed: (figure: string, threshold: string) => `${figure}, seuil ${threshold}`,
  range: (least: string, most: string, count: number) =>
    `min ${least}, max ${most}, ${count} mesure${s(count)}`,
  last: (figure: string, when: string, how: string) => `Dernière : ${figure} à ${when} (${how})`,
  noFigure: 'Aucun chiffre encore.',
  /** Of a figure in another unit than its threshold. */
  notCompared: (threshold: string) => `Pas comparé au seuil ${threshold} : l'unité est une autre.`,
  note: (text: string) => `Note : ${text}`,
  baseline: (figure: string, when: string) => `Référence : ${figure} (${when})`,
  noBaseline: 'Aucune référence : elle se mesure avant la fenêtre de maintenance.',
  against: (share: string, baseline: string) => `${share} par rapport à la référence ${baseline}`,
  failed: (why: string, when: string) => `Dernier essai en échec à ${when} : ${why}`,
  sources: {
    http: 'sonde HTTP',
    prometheus: 'Prometheus',
    command: 'commande',
    hand: 'saisie à la main',
  },
  samples: (count: number) => `${count} échantillon${s(count)}`,
  measuredBy: (source: string, every: string) => `Mesurée par : ${source}, rythme : ${every}`,
  byHand: 'À saisir à la main.',
  judged: 'Sans chiffre dans le plan : à juger.',
  alerts: {
    judged: (metric: string) => `${metric} : jugé en défaut`,
    failing: (metric: string, figure: string, threshold: string) =>
      `${metric} : ${figure}, le plan veut ${threshold}`,
    degraded: (metric: string, share: string, trigger: string) =>
      `${metric} : ${share} par rapport à la référence — déclencheur de retour arrière : « ${trigger} »`,
  },
};
