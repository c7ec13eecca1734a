import { expect, it } from 'vitest';
import { withFigures } from '../../../src/view/amendments/figures.ts';

const change = { line: 2, column: 8, figure: '10 min', fresh: '1h30' };

it('a figure is replaced at its place, every other byte stays', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const source = ['# Plan', 'Copie (10 min) puis (10 min)', '\tfin '].join(end);
    expect(withFigures(source, [change])).toBe(
      source.replace('Copie (10 min) puis', 'Copie (1h30) puis'),
    );
  }
});

it('a byte order mark has no column', () => {
  const first = { ...change, line: 1 };
  expect(withFigures('\uFEFFCopie (10 min)', [first])).toBe('\uFEFFCopie (1h30)');
});

it('one that is not there is left alone', () => {
  const source = 'Copie (10 min)\nSauvegarde (10 min)\n';
  expect(withFigures(source, [change, { ...change, line: 9 }])).toBe(source);
});
