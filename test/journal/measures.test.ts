import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../src/journal/measures.ts';
import { compile } from '../../src/plan/compile.ts';
import { Journey } from '../view/journey.ts';

const text = `# Boutique 2.4

## Chronologie

### Jour J : Mise en production

#### Phase 1 : Code (30 min)

- [ ] **06:00** - Copier le code
  \`\`\`bash
  ./copy.sh
  \`\`\`

## Procédure de Rollback

### Procédure (20 min)

1. **Prévenir l'équipe**
2. **Arrêter** (5 min)
   \`\`\`bash
   ./stop.sh
   \`\`\`
3. **Restaurer** (15 min)
   \`\`\`bash
   ./restore.sh
   \`\`\`
   \`\`\`bash
   ./restart.sh
   \`\`\`
   \`\`\`bash proof="la sauvegarde est là"
   ls backup
   \`\`\`

### Validation Post-Rollback

- [ ] Le site répond
  \`\`\`bash
  curl site
  \`\`\`
`;

const { plan } = compile(text, { path: 'plan.md' });
const minutes = (count: number) => count * 60_000;

/** A run whose rollback was decided on. */
class Played extends Journey {
  constructor() {
    super(plan, '2026-12-01T05:00:00.000Z');
    this.say({ type: 'rollback.decided', reason: 'écart' });
  }

  wait(count: number): this {
    this.now += minutes(count);
    return this;
  }

  run(count: number, code = 0): this {
    return this.start(this.state.current!).wait(count).exit(code);
  }

  look(): this {
    return this.beside({ adhoc: 'df' }).wait(1).besideExit();
  }

  prove(): this {
    return this.beside({ check: 'R.3/p1' }).wait(1).besideExit();
  }

  confirm(): this {
    return this.wait(1).say({ type: 'step.confirmed', step: 'R.1' });
  }

  accept(step: string): this {
    return this.wait(1).say({ type: 'step.accepted', step, reason: 'vu' });
  }

  skip(step: string): this {
    return this.say({ type: 'step.skipped', step, reason: 'inutile' });
  }

  reopen(step: string): this {
    return this.say({ type: 'step.reopened', step, reason: 'doute' });
  }

  abort(): this {
    return this.say({ type: 'run.aborted', reason: 'à la main' });
  }
}

const rollbackOf = ({ entries }: Journey) => measuresOf(plan, entries).rollback;

describe('a rollback counts', () => {
  test.each<[string, (run: Played) => Played, number]>([
    ['done', run => run.confirm().run(2).run(3).run(9), 15],
    ['with a command accepted', run => run.confirm().run(2).run(3, 1).accept('R.3'), 7],
    ['with looks beside it', run => run.confirm().look().run(2).run(3).prove().run(9), 17],
    ['done again', run => run.confirm().run(2).reopen('R.1').confirm().run(2).run(3).run(9), 18],
    [
      'done, then given up at its validation',
      run => run.confirm().run(2).run(3).run(9).abort(),
      15,
    ],
    ['done, whatever is looked at after', run => run.confirm().run(2).run(3).run(9).look(), 15],
    ['done, whatever is proved after', run => run.confirm().run(2).run(3).run(9).prove(), 15],
  ])('%s', (_, play, took) => {
    expect(rollbackOf(play(new Played()))?.took).toBe(minutes(took));
  });

  test('with a step passed over, for the minutes that the plan gives it', () => {
    const rollback = rollbackOf(new Played().confirm().skip('R.2').run(3).run(9));
    expect(rollback).toMatchObject({ took: minutes(13), whole: minutes(18) });
  });
});

describe('a rollback tells nothing', () => {
  const stopped = (run: Played) => run.confirm().run(2);

  test.each<[string, (run: Played) => Played]>([
    ['before its steps', run => run],
    ['with its last step to do', run => stopped(run).abort()],
    ['whose last step was looked at alone', run => stopped(run).prove().look().abort()],
    ['whose last step did its first command alone', run => stopped(run).run(3).abort()],
    ['whose last step failed at its second', run => stopped(run).run(3).run(9, 1).abort()],
    ['whose last step failed, then `df` did not', run => stopped(run).run(3, 1).look().abort()],
    ['whose last step failed, then was proved', run => stopped(run).run(3, 1).prove().abort()],
    ['to be done again', run => stopped(run).run(3).run(9).reopen('R.1').abort()],
    ['failing again', run => stopped(run).run(3).run(9).reopen('R.3').run(3).run(9, 1).abort()],
  ])('%s', (_, play) => {
    expect(rollbackOf(play(new Played()))).toBe(null);
  });
});
