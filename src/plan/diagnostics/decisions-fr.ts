import type { Texts } from './codes.ts';

/** French messages about the way back, checkpoints and what looks at them. */
export const decisions = {
  'second-check': f => ({
    message: `la case ${f.box} a déjà une vérification : ce bloc ne sera pas exécuté`,
    remedy: 'Réunissez les deux blocs, ou donnez à celui-ci une case à lui.',
  }),
  'idle-proof': f => ({
    message: `la preuve « ${f.title} » ne sera jamais donnée : rien n’exécute ce bloc`,
    remedy: 'Écrivez-la en bash, ou déclarez un exécuteur pour ce langage.',
  }),
  'interactive-output': f => ({
    message: `« interactive » et « ${f.name} » se contredisent : la sortie d’une commande qui a le terminal n’est pas lue`,
    remedy: `Retirez l’un des deux, ou mettez ${f.name}= sur une commande à part.`,
  }),
  'no-way-out': f => ({
    message: `l’action ${f.step} peut rester dans l’état « ${f.state} » : aucune suite n’en sort`,
    remedy:
      'Donnez-lui une issue : une commande, une case, ou un point de contrôle avec ses actions.',
  }),
  'late-capture': f => ({
    message:
      `« ${f.name} » n’est connue qu’à l’action ${f.step} (ligne ${f.line}), alors que ce retour ` +
      `arrière peut servir dès l’action ${f.risk}`,
    remedy: `Capturez-la avant ${f.risk}, ou donnez-lui une valeur de départ.`,
  }),
  'checkpoint-without-actions': f => ({
    message: `rien n’est dit de ce qu’il faut faire si le point de contrôle ${f.step} est refusé`,
    remedy: 'Ajoutez « **Actions si échec** : » et sa liste à sa description.',
  }),
  'checkpoint-without-criteria': f => ({
    message: `le point de contrôle ${f.step} n’a pas de critères`,
    remedy: 'Décrivez-le dans la section « Points de contrôle », à la même heure.',
  }),
  'checkpoint-time': f => ({
    message: `ce point de contrôle dit ${f.time}, l’action ${f.step} dit ${f.stepTime}`,
    remedy: 'Mettez les deux heures d’accord.',
  }),
  'not-undone': f =>
    f.command === undefined
      ? {
          message: `aucune étape du retour arrière ne défait ${f.step}`,
          remedy: 'Ajoutez undoes= à l’étape qui le fait, ou écrivez-la.',
        }
      : {
          message: `rien dans le retour arrière ne semble défaire « ${f.command} » (${f.step}), à en juger par ses commandes`,
          remedy: `Ajoutez au retour arrière la commande qui le défait, ou dites quelle étape le fait : undoes=${f.step}.`,
        },
  'undoes-unsaid': f => ({
    message: `le retour arrière ne dit pas ce qu’il défait, de ${f.steps}`,
    remedy: 'Sur chacune de ses étapes : <!-- undoes=3.1,5.1 -->.',
  }),
  'no-baseline': f => ({
    message: `« ${f.text} » : par rapport à quoi ?`,
    remedy: 'Donnez la référence (sa valeur, ou d’où elle vient), ou un seuil absolu.',
  }),
  'late-rollback': f => ({
    message:
      `si ${f.step} échoue à ${f.time}, le retour arrière (${f.minutes} min) finit à ${f.end}, ` +
      `après la fermeture de la fenêtre (${f.closes})`,
    remedy: `Avancez ce contrôle à ${f.latest} au plus tard, ou allongez la fenêtre.`,
  }),
  'no-rollback': () => ({
    message: 'ce plan ne dit pas comment revenir en arrière',
    remedy: 'Ajoutez une section « Procédure de rollback ».',
  }),
  'rollback-without-budget': () => ({
    message: 'le retour arrière n’a pas de durée : nul ne saura jusqu’à quand il est tenable',
    remedy: 'Écrivez-la dans le titre de la procédure : (30 min).',
  }),
  'rollback-over-budget': f => ({
    message: `les étapes du retour arrière durent ${f.sum} min, son titre annonce ${f.minutes} min`,
    remedy: 'Corrigez l’un ou l’autre.',
  }),
} satisfies Partial<Texts>;
