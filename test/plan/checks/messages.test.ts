import { describe, expect, it } from 'vitest';
import { compiled, onDay, said } from '../write.ts';

const plan = (fields: string) =>
  onDay('- [ ] a', `## Communication\n\n### Before the release\n\n${fields}\n`);
const body = '**Message**:\n\n> We stop at noon.\n';

describe('a message that is not whole', () => {
  it('says to whom it speaks, and what', () => {
    expect(said(plan(`**Audience**: all\n\n${body}`))).toEqual([]);
    expect(said(plan(body))).toEqual(['message-without-audience: ### Before the release']);
    expect(said(plan('**Audience**: all\n'))).toEqual([
      'message-without-body: ### Before the release',
    ]);
    expect(said(plan('**Audience**: all\n\n```\n```\n'))).toEqual([
      'message-without-body: ### Before the release',
    ]);
  });

  it('is no matter at each checkpoint: the moment tells', () => {
    expect(said(plan('**Frequency**: at each checkpoint'))).toEqual([]);
  });

  it('is only worth a thought', () => {
    const tell = (language: 'fr' | 'en') =>
      compiled(plan(''), { language }).diagnostics.map(one => [
        one.severity,
        one.message,
        one.remedy,
      ]);
    expect(tell('en')).toEqual([
      [
        'info',
        'the message "Before the release" does not say whom it is for',
        'Add "**Audience**: …".',
      ],
      [
        'info',
        'the message "Before the release" has no text: it will have to be written when its time comes',
        'Add "**Message**:" and its text, in a block or a quotation.',
      ],
    ]);
    expect(tell('fr')).toEqual([
      [
        'info',
        'le message « Before the release » ne dit pas à qui il s’adresse',
        'Ajoutez « **Destinataires** : … ».',
      ],
      [
        'info',
        'le message « Before the release » n’a pas de texte : il sera à écrire le moment venu',
        'Ajoutez « **Message** : » et son texte, dans un bloc ou une citation.',
      ],
    ]);
  });
});
