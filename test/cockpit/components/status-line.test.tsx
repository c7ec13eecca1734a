import { render } from 'ink-testing-library';
import { expect, test } from 'vitest';
import { ask } from '../../../src/cockpit/asking/question.ts';
import { StatusLine } from '../../../src/cockpit/components/status-line.tsx';
import { LookContext } from '../../../src/cockpit/look.tsx';
import { noticed } from '../../../src/cockpit/model/situation.ts';
import { initialUi, type Ui } from '../../../src/cockpit/model/ui.ts';
import { toAscii } from '../../../src/locale/ascii.ts';
import type { ScreenView } from '../../../src/view/types.ts';
import { alerts, failedView, ready, unready } from '../panes/hard-views.ts';
import { lookOf, type Screen, situationOf } from '../panes/situation.ts';

function line(more: Partial<ScreenView>, ui: Partial<Ui> = {}, screen: Screen = {}): string {
  const s = situationOf(failedView(more), screen);
  const { lastFrame, unmount } = render(
    <LookContext value={lookOf()}>
      <StatusLine ui={{ ...initialUi(false), ...ui }} s={s} />
    </LookContext>,
  );
  const text = lastFrame() ?? '';
  unmount();
  return text;
}

const deadlines = "prochaine décision 07:45 (dans 38 min) · retour possible jusqu'à 09:58";

test('the deadlines, when all is well', () => {
  expect(line({ alerts: [] }).trim()).toBe(deadlines);
});

test('the gravest alert in front of them, and how many more there are', () => {
  const text = line({ alerts }, {}, { columns: 100 });
  expect(text).toMatch(/^ ! Le retour arrière ne tiendrait plus .*10:04\. \(\+1\)/);
});

test('only whole deadlines follow an alert', () => {
  const [alert] = alerts;
  expect(line({ alerts: [alert!] }, {}, { columns: 100 }).trim()).toBe(
    '! Fin estimée 10:41, au-delà de la fenêtre (10:30). · prochaine décision 07:45 (dans 38 min)',
  );
  expect(line({ alerts: [alert!] }).trim()).toBe(`! ${alert!.text}`);
});

test('what waits around the commands, when nothing is wrong; the deadlines that fit follow it', () => {
  const todo = { text: '2 prérequis manquent', tone: 'warning' as const };
  expect(line({ alerts: [], todo }).trim()).toBe(
    '2 prérequis manquent · prochaine décision 07:45 (dans 38 min)',
  );
  expect(line({ alerts, todo })).not.toContain('prérequis');
  const wide = line({ alerts, todo }, {}, { columns: 120 });
  expect(wide).toMatch(/^ ! Le retour arrière .* \(\+1\) · 2 prérequis manquent/);
  const notice = { text: 'copié', tone: 'good' as const, until: Number.POSITIVE_INFINITY };
  expect(line({ alerts: [], todo }, { notice }).trim()).toBe('copié');
  const long = { text: `${'x'.repeat(90)}`, tone: 'muted' as const };
  expect(line({ alerts: [], todo: long })).toMatch(/^ x+…$/);
});

test('in ASCII too, only whole deadlines are said', () => {
  const todo = { text: '2 prerequis manquent', tone: 'warning' as const };
  const more = { alerts: [], todo, deadlines: toAscii(deadlines) };
  expect(line(more, {}, { look: lookOf(true) }).trim()).toBe(
    '2 prerequis manquent - prochaine decision 07:45 (dans 38 min)',
  );
});

test('what the header above keeps is not said twice', () => {
  const todo = { text: '2 prérequis manquent', tone: 'warning' as const };
  const view = failedView({ alerts: [] });
  const last = { text: 'prochaine décision 07:45 (dans 38 min)', tone: 'normal' as const };
  const header = { ...view.header, figures: [...view.header.figures, last] };
  expect(line({ alerts: [], todo, header }).trim()).toBe(
    "2 prérequis manquent · retour possible jusqu'à 09:58",
  );
  expect(line({ alerts: [], header }).trim()).toBe(deadlines);
});

test('an alert too long for the line keeps its hours, at its end', () => {
  const text = `Défaut du plan : décision 5.4 prévue à 09:30, ${'x'.repeat(30)} retour à 09:25.`;
  const shown = line({ alerts: [{ text, tone: 'bad' }] });
  expect(shown).toMatch(/^ ! Défaut du plan .*….* retour à 09:25\.$/);
  expect(shown.length).toBeLessThanOrEqual(80);
});

test('what is bad stays before the eyes of who answers a question', () => {
  const notice = { text: 'copié', tone: 'good' as const, until: Number.POSITIVE_INFINITY };
  const { question } = ask(initialUi(false), situationOf(failedView()), {
    ...failedView().choices[0]!,
  }).ui;
  expect(line({ alerts }, { notice, question })).toMatch(/^ ! Le retour arrière/);
  expect(line({ alerts: [] }, { notice, question }).trim()).toBe('copié');
});

test('a notice hides a bad alert for less time', () => {
  const until = (view: ScreenView) => {
    const s = situationOf(view);
    return noticed(initialUi(false), s, 'copié').notice!.until - s.now;
  };
  expect(until(failedView({ alerts }))).toBeLessThan(until(failedView({ alerts: [] })));
});

test('a notice is never hidden by an alert', () => {
  const notice = { text: 'copié', tone: 'good' as const, until: Number.POSITIVE_INFINITY };
  expect(line({ alerts }, { notice }).trim()).toBe('copié');
});

test('where the plan is out of sight, it says whether one can go back', () => {
  const page = { page: 'journal' as const };
  expect(line({ readiness: ready }, page, { columns: 100 })).toMatch(/Retour arrière ✓ prêt$/);
  expect(line({ readiness: ready })).not.toContain('prêt');
  expect(line({ readiness: ready }, page)).toContain(deadlines);
  expect(line({ readiness: unready }, page)).toMatch(
    /^ .*Retour arrière ✗ il manque : sauvegarde$/,
  );
  expect(line({ readiness: unready, alerts }, page)).toMatch(/estimé 10:04\. \(\+1\)$/);
});
