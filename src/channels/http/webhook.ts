/** A message as a web hook of any kind takes it. */
import type { Outgoing } from '../types.ts';

/**
 * An object of the four, or the author's template with the JSON of each put in; what else stands in
 * double braces is left.
 */
export function forWebhook(message: Outgoing, to: readonly string[], template?: string): string {
  const { id, subject, body } = message;
  const values: Record<string, unknown> = { id, subject, body, to };
  if (template === undefined) return JSON.stringify(values);
  // In one pass, so that a message may speak of `{{body}}`.
  return template.replace(/\{\{\s*(id|subject|body|to)\s*\}\}/g, (_, name: string) =>
    JSON.stringify(values[name]),
  );
}
