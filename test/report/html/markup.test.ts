/** What comes from outside is text, in an element as in an attribute. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, longText, trusted } from '../../../src/report/html/markup.ts';
import { inert } from '../../../src/report/inert.ts';

test('a template escapes what is put in, unless it is markup', () => {
  const { markup } =
    html`<p title="${'"x" & \'y\''}">${'<b>'} ${trusted('<i>é</i>')} ${3} ${false}${null}${[html`<br>`]}</p>`;
  expect(markup).toBe('<p title="&#34;x&#34; &amp; &#39;y&#39;">&lt;b&gt; <i>é</i> 3 <br></p>');
});

test.each([
  ['une ligne\nune autre\ttabulée', 'une ligne\nune autre\ttabulée'],
  ['\u001b[31mrouge\u0007', '�[31mrouge�'],
  ['abc\u202Etxt.exe', 'abc�txt.exe'],
  ['a\r\nb\rc\u2028d', 'a \nb\nc\nd'],
  ['demi \ud800 caractère, 🙂 entier', 'demi � caractère, 🙂 entier'],
])('%j is made inert', (text, shown) => {
  expect(inert(text)).toBe(shown);
});

const pieces = fc.constantFrom(
  'a',
  'é',
  '🙂',
  '\n',
  '\r',
  '\t',
  '\0',
  '\u009b',
  '\u202e',
  '\u2029',
  '\ud83d',
  '\ude42',
);

test('what is made inert keeps its length, and holds nothing that moves', () => {
  fc.assert(
    fc.property(fc.string({ unit: pieces }), text => {
      const shown = inert(text);
      expect(shown).toHaveLength(text.length);
      expect(shown).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      expect(shown.isWellFormed()).toBe(true);
    }),
  );
});

test('no text opens a tag or ends an attribute', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'a', '`') }),
      text => {
        expect(html`${text}`.markup).not.toMatch(/[<>"']/);
        expect(longText(text).markup).not.toMatch(/[<>]/);
      },
    ),
  );
});
