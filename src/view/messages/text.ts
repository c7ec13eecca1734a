/** A message as one text: its subject on the first line, then a blank one, then its body. */

/** As it is edited. */
export function asText({ subject, body }: { subject: string; body: string }): string {
  return `${subject}\n\n${body}`;
}

/** As it was edited. A first line alone is the subject. */
export function subjectAndBody(text: string): { subject: string; body: string } {
  const [subject = '', ...rest] = text.replace(/\r\n?/g, '\n').split('\n');
  return { subject: subject.trim(), body: rest.join('\n').replace(/^\n+/, '').replace(/\s+$/, '') };
}
