import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/locale/locale.ts';
import { stepBadge } from '../../src/view/badge.ts';
import type { Scene } from '../../src/view/scene/scene.ts';
import { openScreen } from './open-screen.tsx';
import { alerts, failedView, ready } from './panes/hard-views.ts';
import { times } from './panes/hours.ts';

describe('on an ASCII terminal signs that mean different things differ', () => {
  test('an alert, a deadline and the cursor', async () => {
    const shown = failedView({ alerts, times, readiness: ready });
    const screen = await openScreen({ view: shown, ascii: true });
    await screen.send('d');
    const frame = screen.frame();
    screen.close();
    expect(frame).toMatch(/\| ! Fin estim/);
    expect(frame).toMatch(/\| = Fermeture de la fen/);
    expect(frame).toMatch(/\| > .*3\.3/);
  });

  test('what is hidden below, and what is done', async () => {
    const screen = await openScreen({ view: failedView(), ascii: true });
    const frame = screen.frame();
    screen.close();
    expect(frame).toMatch(/\\\/ \d+ au-dessous/);
    expect(frame).not.toMatch(/ v \d+ au-dessous/);
  });

  test('a decision and what is to be done next look like no alert and no cursor', () => {
    const scene = { words: wordsOf('fr', true), input: { ascii: true } } as Scene;
    const glyph = (status: 'reviewing' | 'waiting' | 'ready') =>
      stepBadge(scene, status, 'checkpoint').glyph;
    for (const one of [glyph('reviewing'), glyph('waiting'), glyph('ready')])
      expect('!>=').not.toContain(one);
  });
});
