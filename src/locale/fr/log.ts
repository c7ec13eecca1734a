/** One sentence per entry of the journal, for someone who does not know Bascule. */

const because = (reason: string | undefined) => (reason ? ` (${reason})` : '');

export const log = {
  runCreated: (title: string, environment: string, date: string) =>
    `exécution créée : ${title}, environnement ${environment}, J = ${date}`,
  planAdopted: 'le plan modifié a été adopté',
  helmTaken: (who: string) => `${who} prend la barre`,
  helmTakenFrom: (who: string, from: string) => `${who} prend la barre à ${from}`,
  helmReleased: (why: string) => `la barre est lâchée (${why})`,
  released: {
    detached: 'détaché',
    'terminal-lost': 'terminal perdu',
    'taken-over': "prise par quelqu'un d'autre",
    ended: 'exécution terminée',
    crashed: 'arrêt brutal du cockpit',
  },
  held: (reason: string) => `exécution suspendue${because(reason)}`,
  resumed: "l'exécution reprend",
  pace: (pace: string) => `rythme : ${pace}`,
  note: (text: string, step: string) => `note${step && ` sur ${step}`} : ${text}`,
  bound: (name: string, value: string) => `${name} = ${value}`,
  boundHow: { asked: 'saisi', captured: 'lu dans une sortie', corrected: 'corrigé' },
  ticked: (item: string, note: string) => `vérifié : ${item}${note && ` (${note})`}`,
  tickFailed: (item: string, note: string) => `en échec : ${item}${note && ` (${note})`}`,
  cleared: (item: string) => `case rouverte : ${item}`,
  begun: (step: string) => `${step} : commencée`,
  confirmed: (step: string, reason?: string) => `${step} : faite${because(reason)}`,
  skipped: (step: string, reason: string) => `${step} : passée${because(reason)}`,
  retried: (step: string, reason?: string) => `${step} : à relancer${because(reason)}`,
  amended: (command: string, reason: string) => `${command} : commande modifiée${because(reason)}`,
  accepted: (step: string, reason: string) => `${step} : acceptée${because(reason)}`,
  reopened: (step: string, reason: string) => `retour à ${step}${because(reason)}`,
  started: (step: string, host: string) => `${step} : lancée sur ${host}`,
  startedAgain: (step: string, host: string, attempt: number) =>
    `${step} : lancée sur ${host} (essai ${attempt})`,
  startedInteractive: (step: string, host: string) =>
    `${step} : lancée sur ${host}, le terminal lui est confié (sortie non enregistrée)`,
  aside: (script: string) => `à côté du plan : « ${script} »`,
  asideStarted: (what: string, host: string) => `${what} lancée sur ${host}`,
  asideExited: (what: string, duration: string) =>
    `${what} réussie${duration && ` en ${duration}`}`,
  asideFailed: (what: string, code: number) => `${what} en échec (code ${code})`,
  checkStarted: (box: string) => `${box} : la commande vérifie`,
  checkPassed: (box: string, evidence: string) =>
    `${box} : vérifié par la commande${evidence && ` : ${evidence}`}`,
  checkFailed: (box: string, evidence: string) =>
    `${box} : refusé par la commande${evidence && ` : ${evidence}`}`,
  proof: (title: string) => `preuve du retour arrière, ${title}`,
  revoked: (step: string, why: string) => `${step} : n'a pas démarré${because(why)}`,
  exitedOk: (step: string, duration: string) => `${step} : réussie${duration && ` en ${duration}`}`,
  exitedBad: (step: string, code: number, why: string) =>
    `${step} : échec (code ${code}${why && `, ${why}`})`,
  whileAway: 'pendant une absence',
  doubted: (step: string, why: string) => `${step} : issue inconnue${because(why)}`,
  orphaned: (step: string, why: string) => `${step} : a perdu son témoin${because(why)}`,
  cancelled: (step: string, reason: string) => `${step} : arrêt demandé${because(reason)}`,
  abandoned: (step: string, reason: string) => `${step} : on ne l'attend plus${because(reason)}`,
  passed: (step: string) => `GO à ${step}`,
  passedWaived: (step: string, waiver: string) => `GO par dérogation à ${step} : ${waiver}`,
  refused: (step: string, reason: string) => `NO-GO à ${step}${because(reason)}`,
  reviewed: (step: string) => `${step} : nouvel examen`,
  reached: (step: string) => `jalon atteint : ${step}`,
  rollbackDecided: (reason: string, trigger: string) =>
    `RETOUR ARRIÈRE décidé : ${reason}${trigger && ` (${trigger})`}`,
  rollbackValidated: 'retour arrière validé',
  rollbackValidatedWaived: (waiver: string) => `retour arrière validé par dérogation : ${waiver}`,
  aborted: (reason: string) => `exécution abandonnée${because(reason)}`,
  whys: {
    'time limit': 'limite de temps',
    rebooted: 'la machine a redémarré',
    'witness-lost': 'son témoin a disparu',
    'folder-damaged': 'son dossier est abîmé',
    unattended: 'sans personne',
    'not needed: nothing to undo': 'sans objet : rien à défaire',
    'never launched': 'jamais lancée',
    'not-started': "n'a jamais démarré",
    'the wrapper died, the command goes on': 'son témoin a disparu, elle continue',
  },
  expected: (pattern: string) => `${pattern} attendu, absent de la sortie`,
  unwanted: (found: string) => `la sortie contient ${found}`,
  notCaptured: (found: string) => `valeur à retenir refusée : ${found}`,
};
