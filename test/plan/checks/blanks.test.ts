import { describe, expect, it } from 'vitest';
import { onDay, said } from '../write.ts';

const notes = (text: string) => onDay('- [ ] a', `## Notes\n\n${text}\n`);

describe('what is still to fill in', () => {
  it.each([
    ['Ask [Name] first', '[Name]'],
    ['Call +33 X XX XX XX XX now', '+33 X XX XX XX XX'],
    ['Call +44 XX XXXX XXXX', '+44 XX XXXX XXXX'],
    ['- **Date**: TBD', 'TBD'],
    ['- **Date** : À définir', 'À définir'],
    ['| a |\n|---|\n| to be defined |', 'to be defined'],
    ['Version <VERSION> goes out', '<VERSION>'],
    ['Log in to YOUR_HOST', 'YOUR_HOST'],
    ['On [lien vers documentation].', '[lien vers documentation]'],
  ])('%s', (text, blank) => {
    expect(said(notes(text))).toEqual([`blank: ${blank}`]);
  });

  it('in the body of a message too', () => {
    const source = onDay(
      '- [ ] a',
      '## Communication\n\n### Before\n\n**To**: all\n\n```\nOn [DATE] we stop.\n```\n',
    );
    expect(said(source)).toEqual(['blank: [DATE]']);
  });

  it.each([
    ['a link', '[the guide](https://example.org)'],
    ['a link by reference', '[the guide][g] and [g]\n\n[g]: https://example.org'],
    ['a box', '- [ ] one\n- [x] two'],
    ['an escaped bracket', '\\[not a blank\\]'],
    ['code', 'Use `[index]` here'],
    ['a footnote', 'Text[^one]\n\n[^one]: note'],
    ['an image', '![picture](x.png)'],
    ['words that only speak', 'What is to be defined later is defined.'],
  ])('is not %s', (_what, text) => {
    expect(said(notes(text))).toEqual([]);
  });

  it('is not a declared variable', () => {
    expect(
      said(`---\nvariables:\n  date: Tuesday\n---\n${notes('On [date] and {{date}}')}`),
    ).toEqual([]);
  });
});
