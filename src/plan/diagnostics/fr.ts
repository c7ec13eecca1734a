import { among } from './among.ts';
import { around } from './around-fr.ts';
import type { Texts } from './codes.ts';
import { decisions } from './decisions-fr.ts';

const units: Record<string, string> = {
  characters: 'caractères',
  lines: 'lignes',
  line: 'caractères sur une ligne',
};

/** Names of what YAML holds; anything else is an example, said as it is. */
const kinds: Record<string, string> = {
  string: 'un texte',
  boolean: 'true ou false',
  array: 'une liste',
  object: 'une table (clé: valeur)',
  record: 'une table (clé: valeur)',
};

/** Where an attribute stands in vain, and what to do instead. */
const misplaced: Record<string, readonly [string, string]> = {
  heading: ['sur un titre', 'Écrivez-le sur l’action ou sur son bloc de commande.'],
  check: [
    'sur une vérification : elle regarde, d’elle-même, et rien d’autre',
    'Retirez-le ; une vérification admet timeout, ok, expect, refuse, on, dir.',
  ],
  prerequisite: [
    'sur un prérequis',
    'Un prérequis n’admet que proof=run, proof=run:staging ou proof=rollback.',
  ],
  timeline: [
    'sur un bloc de la chronologie : c’est une étape du retour arrière qui a des preuves',
    'Déplacez ce bloc sous l’étape du retour arrière qui en a besoin.',
  ],
};

function wanted(expected: unknown): string {
  const parts = String(expected).split(' | ');
  return parts.map(part => kinds[part] ?? part).join(' | ');
}

/** French messages. */
export const fr: Texts = {
  ...decisions,
  ...around,
  'too-large': f => ({
    message: `texte trop grand : ${f.count} ${units[f.unit!]} (au plus ${f.limit})`,
    remedy: 'Un plan se relit en équipe : découpez-le.',
  }),
  'too-deep': f => ({
    message: `imbrication trop profonde (au plus ${f.limit} niveaux)`,
    remedy: 'Réduisez les listes ou citations imbriquées.',
  }),
  'too-nested': f => ({
    message: `plus de ${f.limit} listes ou citations imbriquées`,
    remedy: 'Réduisez les imbrications, ou découpez le plan.',
  }),
  'too-long': f => ({
    message: `un bloc de plus de ${f.limit} lignes ou caractères sans ligne vide`,
    remedy: 'Séparez par des lignes vides, ou découpez le plan.',
  }),
  'too-dense': f => ({
    message: `texte illisible : plus de ${f.limit} crochets, tildes ou barres`,
    remedy: 'Séparez par des lignes vides, ou découpez le plan.',
  }),
  unreadable: f => ({
    message: `le document ne peut pas être lu : ${f.why}`,
    remedy: 'Simplifiez la partie indiquée.',
  }),
  'control-character': f => ({
    message: `caractère de contrôle ${f.character} dans le texte`,
    remedy: 'Supprimez-le : il serait invisible à la relecture.',
  }),
  'not-utf8': () => ({
    message: 'le fichier n’est pas en UTF-8 : un caractère n’a pas pu être lu (�)',
    remedy: 'Réenregistrez-le en UTF-8.',
  }),
  'no-steps': () => ({
    message: 'aucune action : ce document n’a pas de chronologie reconnue',
    remedy: 'Ajoutez une section « Chronologie » avec des actions « - [ ] **06:30** - titre ».',
  }),
  'yaml-syntax': f => ({ message: `YAML incorrect : ${f.why}`, remedy: 'Corrigez la syntaxe.' }),
  'unknown-key': f => ({
    message: `clé inconnue « ${f.key} »`,
    remedy: among.fr(f.suggestion) || `Clés admises : ${f.allowed}.`,
  }),
  'bad-value': f => ({
    message: `« ${f.key} » : valeur refusée (${f.got})`,
    remedy: `Attendu : ${wanted(f.expected)}.`,
  }),
  'unknown-attribute': f => ({
    message: `attribut inconnu « ${f.name} »`,
    remedy: among.fr(f.suggestion) || `Attributs admis : ${f.allowed}.`,
  }),
  'bad-attribute': f => ({
    message: `attribut « ${f.name} » : valeur refusée (${f.value})`,
    remedy: among.fr(f.suggestion) || `Attendu : ${f.expected}.`,
  }),
  'misplaced-attribute': f => ({
    message: `l’attribut « ${f.name} » n’a pas de sens ${misplaced[f.where!]?.[0]}`,
    remedy: misplaced[f.where!]?.[1] ?? '',
  }),
  'unclosed-fence': () => ({
    message: 'bloc de commande jamais refermé : il avale ce qui suit',
    remedy: 'Fermez-le par une ligne ``` de même retrait.',
  }),
  'unbound-variable': f => ({
    message: `« ${f.text} » dans une commande : cette variable n’est déclarée nulle part`,
    remedy: `Déclarez « ${f.name} » (en-tête ou environnement) ou capturez-la : capture=${f.name}.`,
  }),
  'unknown-host': f => ({
    message: `machine inconnue de l’environnement : « ${f.host} »`,
    remedy: among.fr(f.suggestion) || 'Déclarez-la sous « hosts ».',
  }),
  'remote-command': f => ({
    message: `une commande de ${f.step} doit s’exécuter sur « ${f.host} » : seules les vérifications de cases le peuvent, par ssh`,
    remedy:
      'Menez le plan depuis cette machine (local: true), ou appelez ssh dans la commande même.',
  }),
  'bad-time': f => ({ message: `heure impossible : ${f.time}`, remedy: 'De 00:00 à 23:59.' }),
  'duplicate-stage': f => ({
    message: `étape « ${f.id} » déjà écrite ligne ${f.line}`,
    remedy: 'Réunissez les deux, ou corrigez le jour.',
  }),
  'duplicate-phase': f => ({
    message: `phase ${f.id} déjà écrite ligne ${f.line}`,
    remedy: 'Renumérotez les phases.',
  }),
  'duplicate-checkpoint': f => ({
    message: `point de contrôle ${f.id} déjà écrit ligne ${f.line}`,
    remedy: 'Renumérotez les points de contrôle.',
  }),
  'duplicate-name': f => ({
    message: `le nom « ${f.name} » désigne déjà l’action ${f.step} (ligne ${f.line})`,
    remedy: 'Donnez à chaque action un id différent.',
  }),
  'checkpoint-without-step': f => ({
    message: `« ${f.title} » ne correspond à aucune action : ses critères ne seraient jamais demandés`,
    remedy: 'Donnez-lui l’heure ou le titre d’une action « POINT DE CONTRÔLE ».',
  }),
  'unknown-undoes': f => ({
    message: `undoes=${f.reference} : aucune action de ce nom ou numéro`,
    remedy: among.fr(f.suggestion) || 'Citez un numéro (3.1) ou un id de la chronologie.',
  }),
  'used-before-capture': f => ({
    message: `« ${f.name} » est utilisée ici, mais capturée plus loin (${f.step}, ligne ${f.line})`,
    remedy: 'Déplacez la capture avant, ou donnez une valeur de départ.',
  }),
  'refused-value': f => ({
    message: `la valeur de « ${f.name} » contient « ${f.character} », refusé dans une commande`,
    remedy: 'Changez la valeur, ou donnez à la variable un « pattern » qui l’admet.',
  }),
  blank: f => ({ message: `à compléter : « ${f.text} »`, remedy: 'Écrivez la vraie valeur.' }),
  'no-runner': f => ({
    message: `aucun exécuteur pour « ${f.language} » : ce bloc est affiché, jamais lancé`,
    remedy: `Déclarez-en un (runners: ${f.language}: …), ou ajoutez « sample » si c’est voulu.`,
  }),
  'missing-file': f => ({
    message: `fichier introuvable : ${f.url}`,
    remedy: 'Le chemin part du dossier du plan.',
  }),
  'fence-outside-step': f => ({
    message: `bloc « ${f.language} » hors de toute action : il ne sera pas exécuté`,
    remedy: 'Décalez-le de deux espaces sous son action, ou ajoutez « sample ».',
  }),
  'window-incomplete': f => ({
    message:
      f.side === 'closes' ? 'la maintenance commence sans fin' : 'la maintenance finit sans début',
    remedy: 'Écrivez les deux jalons : **DÉBUT MAINTENANCE** et **FIN MAINTENANCE**.',
  }),
  'time-backwards': f => ({
    message: `${f.time} vient après ${f.previous} (${f.step})`,
    remedy: 'Remettez les actions dans l’ordre, ou corrigez l’heure.',
  }),
  'outside-phase': f => ({
    message: `${f.time} est hors de l’horaire de la phase (${f.start} - ${f.end})`,
    remedy: 'Corrigez l’heure ou l’horaire.',
  }),
  'phase-duration': f => ({
    message: `la phase annonce ${f.planned} min, son horaire ${f.start} - ${f.end} en fait ${f.actual}`,
    remedy: 'Mettez-les d’accord.',
  }),
  'phases-overlap': f => ({
    message: `cette phase commence à ${f.start}, avant la fin de la précédente (${f.end})`,
    remedy: 'Décalez l’une des deux.',
  }),
  'steps-exceed-phase': f => ({
    message: `les actions durent ${f.sum} min, la phase ${f.planned} min`,
    remedy: 'Allongez la phase ou allégez-la.',
  }),
  'phase-longer-than-steps': f => ({
    message: `la dernière action est à ${f.last}, la phase dure jusqu’à ${f.end}`,
    remedy: 'Écrivez ce qui occupe le reste, ou raccourcissez la phase.',
  }),
  'stages-order': f => ({
    message: `« ${f.id} » est écrit après « ${f.previous} »`,
    remedy: 'Les étapes se suivent dans l’ordre des jours.',
  }),
  'unknown-role': f => ({
    message: `rôle absent de l’équipe : « ${f.role} »`,
    remedy: among.fr(f.suggestion) || 'Ajoutez-le au tableau des rôles.',
  }),
  'unused-capture': f => ({
    message: `« ${f.name} » est capturée mais jamais utilisée`,
    remedy: 'Utilisez-la, ou retirez la capture.',
  }),
  'empty-title': () => ({ message: 'action sans titre', remedy: 'Dites ce qu’il faut faire.' }),
  'not-a-step': f => ({
    message: `« ${f.text} » n’est pas une action : ni heure, ni case, ni numéro`,
    remedy: 'Ajoutez « [ ] » si quelqu’un doit la faire.',
  }),
};
