import { expect, test } from 'vitest';
import { detailOf, inOneLine, lastLine } from '../../src/reach/one-line.ts';

test('a detail is one line, whatever was said', () => {
  expect(detailOf('450 try later\r\n250 ok\u2028and\tmore\n')).toBe(
    '450 try later 250 ok and more',
  );
  expect(detailOf('\u001b[31mred\u001b[0m \u001b]0;title\u0007end')).toBe('red end');
});

test('a long one is cut, between two characters', () => {
  expect(detailOf('é'.repeat(200))).toBe('é'.repeat(200));
  expect(detailOf('é'.repeat(201))).toBe(`${'é'.repeat(199)}…`);
});

test('secrets are covered, the longest first, before the line is cut', () => {
  expect(detailOf('no hunter2-long, no hunter2', ['hunter2', 'hunter2-long'])).toBe(
    'no ****, no ****',
  );
  expect(detailOf(`${'x'.repeat(196)}hunter2`, ['hunter2'])).toBe(`${'x'.repeat(196)}****`);
});

test('what is not seen, or folded, does not part a secret', () => {
  expect(detailOf('it was hun\u200bter2', ['hunter2'])).toBe('it was ****');
  expect(detailOf('it was hun\u001b[1mter2', ['hunter2'])).toBe('it was ****');
  expect(detailOf('it was two  words', ['two  words'])).toBe('it was ****');
});

test('a secret of three characters would cover half of any text: it is left, and so is nothing', () => {
  expect(detailOf('a abc b', ['abc', ''])).toBe('a abc b');
});

test('a mask puts nothing in of its own: `$&` is no pattern', () => {
  expect(detailOf('it was $&$&', ['$&$&'])).toBe('it was ****');
});

test('a title keeps its letters and joined signs, and loses its line ends', () => {
  expect(inOneLine('Fin\r\nBcc: someone@example.org\n')).toBe('Fin Bcc: someone@example.org');
  expect(inOneLine('👩‍🚒 l’été')).toBe('👩‍🚒 l’été');
});

test.each([
  ['a\nb\n', 'b'],
  ['a\nb', 'b'],
  ['a\n\n  \t\n', 'a'],
  ['  99,5 %  ', '99,5 %'],
  ['10%\r50%\r100%\n', '100%'],
  ['\u001b[32m12\u001b[0m\r\n', '12'],
  ['', ''],
  ['\n \n', ''],
])('the last line of %j that says anything is %j', (output, line) => {
  expect(lastLine(output)).toBe(line);
});
