/** Who is at the helm, and to whom it may go. */
import { rowChoices } from '../choices/row.ts';
import { headingRow, plainRow } from '../dossier/rows.ts';
import { whenText } from '../messages/when.ts';
import type { Scene } from '../scene/scene.ts';
import type { DossierRow } from '../types.ts';
import { handOverSummary } from './summary.ts';

export function helmRows(scene: Scene): DossierRow[] {
  return [headingRow(scene, 'helm', scene.words.around.people.page.helm), helmRow(scene)];
}

function helmRow(scene: Scene): DossierRow {
  const { nobody, since } = scene.words.around.people.page;
  const { helm } = scene.context;
  const who = helm ? `${helm.operator}@${helm.host}` : nobody;
  return plainRow(scene, 'helm', who, {
    right: helm ? since(whenText(scene, Date.parse(helm.since))) : '',
    tone: helm ? 'normal' : 'warning',
    detail: [...handedLines(scene), ...summaryLines(scene)],
    choices: rowChoices(scene, [handOverOffer(scene)]),
  });
}

/** The last time it was handed over, with what was said then. */
function handedLines(scene: Scene): DossierRow['detail'] {
  const { handed } = scene.context;
  if (!handed) return [];
  const { by, to, at, summary } = handed;
  const title = scene.words.around.people.page.handed(by, to, whenText(scene, Date.parse(at)));
  return [title, ...summary.split('\n')].map(text => ({ text: scene.text(text), tone: 'muted' }));
}

/** Shown to whoever would hand it over. */
function summaryLines(scene: Scene): DossierRow['detail'] {
  const { context, input, words } = scene;
  if (!context.helm || input.observer) return [];
  const { wouldSay } = words.around.people.page;
  return [
    { text: wouldSay, tone: 'muted' },
    ...handOverSummary(input)
      .split('\n')
      .map(text => ({ text, tone: 'normal' as const })),
  ];
}

function handOverOffer({ words }: Scene) {
  const { labels, consequences } = words.around.choices;
  return {
    id: 'handOver' as const,
    label: labels.handOver,
    consequence: consequences.handOver,
    text: '',
    reason: 'optional' as const,
    primary: true,
  };
}
