import { render } from 'ink-testing-library';
import { expect, test } from 'vitest';
import { StatusLine } from '../../../src/cockpit/components/status-line.tsx';
import { LookContext } from '../../../src/cockpit/look.tsx';
import { initialUi, type Ui } from '../../../src/cockpit/model/ui.ts';
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
