/**
 * Opens the cockpit on a made-up run, to be looked at: bundle it, run it in a terminal.
 * What happens: `checkpoint`, `checking`, `refused`, `failed`, `away`, `ended`, `closing`; on top of it:
 * `rollback`, `production`, `unready`, `alerts`, `adhoc`, `todo`, `agenda` (opens there); how: `ascii`, `plain`, `quiet`, `flood`, `en`, `watch`, `replay`.
 */
import { runCockpit } from '../../src/cockpit/cockpit.tsx';
import type { Intent } from '../../src/engine/types.ts';
import { wordsOf } from '../../src/locale/locale.ts';
import type { ScreenView } from '../../src/view/types.ts';
import { closingView, dossiers } from './dossiers.ts';
import {
  alerts,
  checkingView,
  ended,
  failedView,
  ready,
  refusedView,
  unready,
} from './panes/hard-views.ts';
import { times } from './panes/hours.ts';
import { checkpointView, SampleSource, view } from './sample.ts';
import { SamplePlayback } from './sample-playback.ts';

const asked = new Set(process.argv.slice(2));
const source = new SampleSource();
const job = '0007-p3s3-a1';
const scenes: Record<string, () => ScreenView> = {
  checkpoint: checkpointView,
  checking: checkingView,
  refused: refusedView,
  failed: failedView,
  away: () => view({ away: view().log.slice(0, 4) }),
  ended: () => view({ current: null, choices: [], ending: ended }),
  closing: closingView,
};
const scene = Object.keys(scenes).find(name => asked.has(name)) ?? '';
const first = (scenes[scene] ?? view)();
let shown: ScreenView = {
  ...first,
  header: {
    ...first.header,
    rollingBack: asked.has('rollback'),
    ...(asked.has('production') && { environment: 'production', protected: true }),
  },
  readiness: asked.has('rollback') || first.ending ? null : asked.has('unready') ? unready : ready,
  alerts: asked.has('alerts') ? alerts : [],
  todo: asked.has('todo')
    ? { text: '2 prérequis manquent, 1 message à envoyer', tone: 'warning' }
    : null,
  times,
};
if (asked.has('adhoc')) {
  const badge = { glyph: '●', word: 'en cours · 3 s', tone: 'active' } as const;
  shown = { ...shown, aside: { job: '0009-adhoc', title: '! df -h', badge, live: true } };
}
let at = 0;
const print = () => {
  at++;
  source.print(
    job,
    `  2026_11_01_${String(at).padStart(6, '0')}_add_mission_links ${'.'.repeat(24)} \x1b[90m${at} ms\x1b[0m \x1b[32mDONE\x1b[0m\n`,
  );
  if (at % 40 === 0)
    source.print(
      job,
      `   \x1b[41;97m ERROR \x1b[0m  SQLSTATE[HY000]: échec de la table « missions », ${'x'.repeat(120)}\n`,
    );
};
for (let n = 0; n < 60; n++) print();
const flood = () => {
  for (let n = 0; n < 40; n++) print();
};
const ticking = asked.has('quiet')
  ? undefined
  : setInterval(asked.has('flood') ? flood : print, asked.has('flood') ? 50 : 200);

const end = await runCockpit({
  source,
  view: now => ({
    ...shown,
    header: { ...shown.header, clock: new Date(now).toISOString().slice(11, 19) },
  }),
  stepAt: () => null,
  dossierAt: id => dossiers[id],
  intentOf: (picked, answers) =>
    ({
      type: 'record',
      fact: { type: 'note.added', text: `${picked.id} ${JSON.stringify(answers)}` },
    }) as Intent,
  act: async intent => {
    const text = JSON.stringify(intent);
    shown = {
      ...shown,
      log: [
        ...shown.log,
        { seq: shown.log.length, time: '07:07:12', by: 'ops', text, tone: 'normal' },
      ],
    };
    return { done: true };
  },
  refusalText: refusal => refusal.code,
  words: wordsOf(asked.has('en') ? 'en' : 'fr', asked.has('ascii')),
  reading: [
    {
      title: "Vue d'ensemble",
      markdown:
        'Ce document **détaille** le plan.\n\n- un [lien](x.md)\n- deux\n\n```bash\nls -l\n```\n',
    },
    { title: 'Contacts', markdown: '- **DBA** : à compléter' },
  ],
  links: [
    { text: 'Guide API', url: './docs/api/README.md', exists: true },
    { text: 'Support', url: 'https://support.example' },
    { text: 'Formation', url: './docs/absent.md', exists: false },
  ],
  readLink: url =>
    url.endsWith('README.md')
      ? { title: 'Guide API', markdown: '# API\n\n- **une** route\n- deux routes\n' }
      : null,
  ...(asked.has('agenda') && { firstPage: 'agenda' as const }),
  ascii: asked.has('ascii'),
  color: !asked.has('plain'),
  stdin: process.stdin,
  stdout: process.stdout,
  edit: null,
  editorName: '',
  readOnly: asked.has('watch') || asked.has('replay'),
  ...(asked.has('replay') && { playback: new SamplePlayback() }),
  resumeCommand: 'bascule resume 2026-12-01-ops',
});
clearInterval(ticking);
process.stderr.write(`end: ${end.why}\n`);
