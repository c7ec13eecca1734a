import { among } from './among.ts';
import type { Texts } from './codes.ts';

/** English messages about messages, and what an environment file says of the plan. */
export const around = {
  'unknown-secret': f => ({
    message: `this environment declares no secret "${f.secret}"`,
    remedy: among.en(f.suggestion) || 'Declare it under "secrets".',
  }),
  'unknown-metric': f => ({
    message: `"${f.probe}" is neither the number nor the title of a metric of the plan`,
    remedy: among.en(f.suggestion) || 'Give a number (M1.2) or a title of the metrics section.',
  }),
  'ambiguous-metric': f => ({
    message: `"${f.probe}" is the title of several metrics: ${f.metrics}`,
    remedy: 'Name one of them by its number.',
  }),
  'message-without-audience': f => ({
    message: `the message "${f.title}" does not say whom it is for`,
    remedy: 'Add "**Audience**: …".',
  }),
  'message-without-body': f => ({
    message: `the message "${f.title}" has no text: it will have to be written when its time comes`,
    remedy: 'Add "**Message**:" and its text, in a block or a quotation.',
  }),
} satisfies Partial<Texts>;
