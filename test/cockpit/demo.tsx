/**
 * Opens the cockpit on a made-up run, to be looked at: bundle it, run it in a terminal.
 * Arguments: `checkpoint`, `rollback`, `production`, `failed`, `away`, `ended`, `ascii`, `plain`, `quiet`, `flood`, `en`.
 */
import { runCockpit } from '../../src/cockpit/cockpit.tsx';
import type { Intent } from '../../src/engine/types.ts';
import { wordsOf } from '../../src/locale/locale.ts';
import type { ScreenView } from '../../src/view/types.ts';
import { badges, checkpointView, choice, SampleSource, step, tree, view } from './sample.ts';

const asked = new Set(process.argv.slice(2));
const source = new SampleSource();
const job = '0007-p3s3-a1';
let shown: ScreenView = asked.has('checkpoint') ? checkpointView() : view();
const { header } = shown;
if (asked.has('rollback')) shown = { ...shown, header: { ...header, rollingBack: true } };
if (asked.has('production'))
  shown = { ...shown, header: { ...header, environment: 'production', protected: true } };
if (asked.has('away')) shown = { ...shown, away: shown.log.slice(0, 4) };
if (asked.has('ended')) {
  const ending = {
    badge: badges.done,
    lines: ['Le plan est allé à son terme.', '75 actions faites sur 75.'],
    amendments: [],
  };
  shown = { ...shown, current: null, choices: [], ending };
}
if (asked.has('failed')) {
  const remarks = [{ text: "La commande s'est terminée avec le code 1.", tone: 'bad' as const }];
  shown = {
    ...shown,
    tree: tree('3.3', badges.failed),
    current: step({ status: badges.failed, remarks }),
    choices: [
      choice('retry', {
        label: 'Relancer 3.3',
        consequence: "L'essai précédent a pu avoir des effets.",
        primary: true,
        word: 'RELANCER',
        tone: 'warning',
      }),
      choice('accept', {
        label: 'Accepter 3.3',
        consequence: "L'action compte comme faite par d'autres moyens.",
        reason: 'required',
      }),
      choice('skip', {
        label: 'Passer 3.3',
        consequence: "L'action ne sera pas faite.",
        reason: 'required',
        word: 'PASSER',
      }),
      choice('rollback', {
        label: 'Retour arrière',
        consequence: 'Sans demi-tour.',
        word: 'RETOUR',
        reason: 'required',
        tone: 'bad',
      }),
      choice('note', { label: 'Note', reason: 'required' }),
    ],
  };
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
  ascii: asked.has('ascii'),
  color: !asked.has('plain'),
  stdin: process.stdin,
  stdout: process.stdout,
  edit: null,
  editorName: '',
  readOnly: asked.has('watch'),
  resumeCommand: 'bascule resume 2026-12-01-ops',
});
clearInterval(ticking);
process.stderr.write(`end: ${end.why}\n`);
