/** What an observer reads of whoever drives. */

export const watching = {
  held: (who: string) => `${who} à la barre`,
  silent: (who: string) => `${who} à la barre, cockpit suspendu (Ctrl-Z)`,
  free: 'barre libre',
  lost: (who: string) => `le cockpit de ${who} a disparu sans rendre la barre`,
  lostAgo: (who: string, duration: string) =>
    `le cockpit de ${who} a disparu il y a ${duration} sans rendre la barre`,
  elsewhere: (who: string) => `${who} a pris la barre, mais d'ici rien ne dit si son cockpit vit`,
  unknown: 'impossible de savoir qui tient la barre',
  none: "personne n'a encore pris la barre",
  since: (time: string) => `depuis ${time}`,
  freedBy: (who: string) => `rendue par ${who}`,
  goesOn: 'ce qui tourne continue',
  seenNow: "vu à l'instant",
  seen: (duration: string) => `vu il y a ${duration}`,
  quiet: (duration: string) => `rien de neuf depuis ${duration}`,
  trouble: (why: string) => `la suite du journal ne peut pas être lue : ${why}`,
  approve: 'Pour le donner ou le refuser, sous votre compte :',
  output: {
    withheld: (size: string) => `${size} retenus (secrets)`,
    untimed: 'heures inconnues',
    unwatched: (size: string) => `${size} venus sans témoin`,
    missing: 'fichier disparu',
  },
  bytes: (count: number) => `${count} o`,
  kilobytes: (count: number) => `${count} ko`,
  megabytes: (count: number) => `${count} Mo`,
};
