import { among } from './among.ts';
import type { Texts } from './codes.ts';

/** French messages about messages, and what an environment file says of the plan. */
export const around = {
  'unknown-secret': f => ({
    message: `secret non déclaré par cet environnement : « ${f.secret} »`,
    remedy: among.fr(f.suggestion) || 'Déclarez-le sous « secrets ».',
  }),
  'unknown-metric': f => ({
    message: `« ${f.probe} » n’est le numéro ni le titre d’aucune métrique du plan`,
    remedy: among.fr(f.suggestion) || 'Citez un numéro (M1.2) ou un titre de la section Métriques.',
  }),
  'ambiguous-metric': f => ({
    message: `« ${f.probe} » est le titre de plusieurs métriques : ${f.metrics}`,
    remedy: 'Citez l’une d’elles par son numéro.',
  }),
  'message-without-audience': f => ({
    message: `le message « ${f.title} » ne dit pas à qui il s’adresse`,
    remedy: 'Ajoutez « **Destinataires** : … ».',
  }),
  'message-without-body': f => ({
    message: `le message « ${f.title} » n’a pas de texte : il sera à écrire le moment venu`,
    remedy: 'Ajoutez « **Message** : » et son texte, dans un bloc ou une citation.',
  }),
} satisfies Partial<Texts>;
