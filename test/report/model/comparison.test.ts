/** A run beside another: told by two runs, each with its own report. */
import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../../src/report/model/comparison.ts';
import { reportOf } from '../../../src/report/report.ts';
import type { Report } from '../../../src/report/types.ts';
import { Run } from '../improvement/teaching.ts';
import { sampleReport } from '../sample.ts';

const document = `# Mise en production

## Chronologie

### Jour J : Déploiement

#### Phase 1 : Préparation

- [ ] **06:00** - Sauvegarde
  \`\`\`bash
  ./sauver.sh
  \`\`\`
- [ ] **06:10** - Relecture

#### Phase 2 : Migration

- [ ] **06:30** - Migration
  \`\`\`bash
  ./migrer.sh
  \`\`\`
- [ ] **07:30** - GO/NO-GO
- [ ] **07:40** - **FIN MAINTENANCE**

## Procédure de rollback

1. Restaurer
`;

function reported(run: Run): Report {
  return reportOf({
    view: run.input,
    journal: { hashes: run.entries.map(({ seq }) => `${seq}`.padStart(64, '0')) },
    program: 'bascule',
    outputs: new Map(),
    source: { text: run.source, name: 'plan.md' },
    best: null,
  });
}

const confirmed = (step: string) => ({ type: 'step.confirmed', step }) as const;

const smooth = (source = document, language: 'fr' | 'en' = 'fr') =>
  new Run(source, '06:00', language)
    .runs('1.1', '06:00:00', '06:08:00')
    .tells(['06:15:00', confirmed('1.2')])
    .runs('2.1', '06:30:00', '07:00:00')
    .tells(
      ['07:30:00', { type: 'gate.passed', step: '2.2' }],
      ['07:40:00', { type: 'milestone.reached', step: '2.3' }],
    );

const rough = () =>
  new Run(document, '06:00')
    .runs('1.1', '06:00:00', '06:10:00')
    .tells(['06:15:00', { type: 'step.skipped', step: '1.2', reason: 'relu hier' }])
    .runs('2.1', '06:30:00', '06:40:00', false)
    .tells(
      ['06:45:00', { type: 'rollback.decided', reason: 'trop tard' }],
      ['06:50:00', confirmed('R.1')],
    );

const minute = 60_000;

/** `number here/there outcomeHere/outcomeThere`, lengths in minutes. */
const lines = (here: Report, there: Report) =>
  comparisonOf(here, there).rows.map(row => {
    const length = (ms: number | null) => (ms === null ? '-' : String(ms / minute));
    return `${row.number} ${length(row.here)}/${length(row.there)} ${row.outcomeHere}/${row.outcomeThere}`;
  });

const told = (here: Report, there: Report) =>
  comparisonOf(here, there).differences.map(({ side, kind, text }) => `${side} ${kind}: ${text}`);

describe('rows', () => {
  it('have the length and the outcome of both, none where it was not done to its end', () => {
    expect(lines(reported(smooth()), reported(rough()))).toEqual([
      '1 15/15 finie/finie',
      '1.1 8/10 faite/faite',
      '1.2 5/- faite/passée',
      '2 70/- finie/interrompue',
      '2.1 30/- faite/échec',
      '2.2 30/- GO/',
      '2.3 10/- atteint/',
      'R.1 -/5 /faite',
    ]);
  });

  it('are of the same thing where number and title are: others stand where their plan has them', () => {
    const other = document
      .replace('Relecture', 'Relecture à deux')
      .replace('- [ ] **07:40** - **FIN', '- [ ] **07:35** - Essai\n- [ ] **07:40** - **FIN');
    const longer = new Run(other, '06:00').runs('1.1', '06:00:00', '06:08:00');
    const { rows } = comparisonOf(reported(smooth()), reported(longer));
    expect(rows.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Préparation',
      '1.1 Sauvegarde',
      '1.2 Relecture à deux',
      '1.2 Relecture',
      '2 Migration',
      '2.1 Migration',
      '2.2 GO/NO-GO',
      '2.3 Essai',
      '2.4 FIN MAINTENANCE',
      '2.3 FIN MAINTENANCE',
    ]);
    expect(rows[2]).toMatchObject({ here: null, outcomeHere: '' });
    expect(rows[3]).toMatchObject({ here: 5 * minute, there: null, outcomeThere: '' });
  });

  it('of a run under way say what is done, and what is not yet', () => {
    const half = new Run(document, '06:00').runs('1.1', '06:00:00', '06:08:00').at('06:11:00');
    const begun = reported(half);
    expect(lines(begun, begun).slice(0, 4)).toEqual([
      '1 -/- en cours/en cours',
      '1.1 8/8 faite/faite',
      '1.2 -/- en cours/en cours',
      '2 -/- /',
    ]);
  });

  it('of what was given up say so, whatever came before it', () => {
    const run = new Run(document, '06:00')
      .runs('1.1', '06:00:00', '06:08:00')
      .tells(['06:20:00', { type: 'run.aborted', reason: 'panne' }]);
    expect(lines(reported(run), reported(smooth())).slice(0, 3)).toEqual([
      '1 -/15 interrompue/finie',
      '1.1 8/8 faite/faite',
      '1.2 -/5 interrompue/faite',
    ]);
  });

  it('of a step that failed and was accepted, or refused and then passed, have their last word', () => {
    const run = new Run(document, '06:00')
      .runs('1.1', '06:00:00', '06:08:00', false)
      .tells(
        ['06:09:00', { type: 'step.accepted', step: '1.1', reason: 'elle y est' }],
        ['06:15:00', confirmed('1.2')],
      )
      .runs('2.1', '06:30:00', '07:00:00')
      .tells(
        ['07:30:00', { type: 'gate.refused', step: '2.2', reason: 'des écarts' }],
        ['07:35:00', { type: 'gate.reviewed', step: '2.2' }],
      );
    expect(lines(reported(run), reported(run))[1]).toBe('1.1 9/9 acceptée/acceptée');
    expect(lines(reported(run), reported(run))[5]).toMatch(/^2\.2 -\/- en cours/);
    run.tells(['07:38:00', { type: 'gate.passed', step: '2.2' }]);
    expect(lines(reported(run), reported(run))[5]).toMatch(/^2\.2 .* GO\/GO$/);
  });

  it('are in the language of the reports', () => {
    const english = reported(smooth(document, 'en'));
    expect(comparisonOf(english, english).rows[1]!.outcomeHere).toBe('done');
  });
});

describe('differences', () => {
  it('are what failed, was decided or passed over on one side', () => {
    expect(told(reported(smooth()), reported(rough()))).toEqual([
      'here decision: GO à 2.2 GO/NO-GO',
      'there failure: 2.1 Migration : code 1 : la commande signale une erreur',
      'there skipped: 1.2 Relecture : passée (relu hier)',
      'there decision: Retour arrière décidé (trop tard)',
    ]);
  });

  it('are none between a run and itself, nor where the same was decided for another reason', () => {
    const [one, other] = [reported(rough()), reported(rough())];
    for (const decision of other.decisions) decision.reason = 'autrement dit';
    expect(told(one, one)).toEqual([]);
    expect(told(one, other)).toEqual([]);
  });

  it('are said once, however often the step failed or was tried again', () => {
    const run = new Run(document, '06:00');
    for (const at of ['06:00', '06:10', '06:20']) {
      run.runs('1.1', `${at}:00`, `${at}:30`, false);
      run.tells([`${at}:40`, { type: 'step.retried', step: '1.1' }]);
    }
    expect(told(reported(run), reported(new Run(document, '06:00')))).toEqual([
      'here failure: 1.1 Sauvegarde : code 1 : la commande signale une erreur',
      'here decision: 1.1 Sauvegarde : à relancer',
    ]);
  });

  it('are told of commands that were amended, unless both were in the same way', () => {
    const amended = (script: string) => {
      const diff = `-./sauver.sh\n+${script}`;
      const fact = { type: 'step.amended', step: '1.1', command: 0, script, diff } as const;
      return new Run(document, '06:00').tells(['06:00:00', { ...fact, reason: 'trop lent' }]);
    };
    const [one, same, other] = ['a', 'a', 'b'].map(script => reported(amended(script))) as [
      Report,
      Report,
      Report,
    ];
    expect(told(one, same)).toEqual([]);
    expect(told(one, other)).toEqual([
      'here amendment: 1.1 Sauvegarde : commande modifiée (trop lent)',
      'there amendment: 1.1 Sauvegarde : commande modifiée (trop lent)',
    ]);
  });
});

it('the other run comes with its facts, outcome and figures', () => {
  const [here, there] = [sampleReport(), sampleReport({ figures: reported(rough()).figures })];
  const { run, outcome, figures } = comparisonOf(here, there);
  expect({ run, outcome, figures }).toEqual({
    run: there.run,
    outcome: there.outcome,
    figures: there.figures,
  });
});
