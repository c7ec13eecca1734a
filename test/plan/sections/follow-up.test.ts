import { describe, expect, it } from 'vitest';
import { compiled, onDay } from '../write.ts';

const watch = (text: string) =>
  compiled(onDay('- [ ] a', `## Post-deployment\n\n${text}\n`)).plan.surveillance;

describe('surveillance', () => {
  it('says what, how often, and on which days', () => {
    const found = watch(
      '### Heightened monitoring (D+0 to D+7)\n\n- **Orders**: every hour\n- **Site**: continuously\n',
    );
    expect(found).toEqual([
      {
        id: 'W.1',
        title: 'Orders',
        text: 'every hour',
        line: 19,
        everyMinutes: 60,
        fromDays: 0,
        toDays: 7,
      },
      { id: 'W.2', title: 'Site', text: 'continuously', line: 20, fromDays: 0, toDays: 7 },
    ]);
  });

  it('is numbered on from one heading to the next', () => {
    const found = watch(
      '### Surveillance de J à J+1\n\n- **Logs** : quotidienne\n\n### Surveillance (J+2 à J+30)\n\n- **Logs** : hebdomadaire\n',
    );
    expect(found).toMatchObject([
      { id: 'W.1', everyMinutes: 1440, fromDays: 0, toDays: 1 },
      { id: 'W.2', everyMinutes: 10_080, fromDays: 2, toDays: 30 },
    ]);
  });

  it('may say its rhythm without a label', () => {
    expect(watch('### Monitoring\n\n- Read the logs every morning\n')).toMatchObject([
      { title: 'Read the logs every morning', everyMinutes: 1440 },
    ]);
  });

  it.each([
    ['Monitoring (D+3)', [3, 3]],
    ['Surveillance jusqu’à J+7', [0, 7]],
    ['Monitoring until D+7', [0, 7]],
    ['Monitoring', [undefined, undefined]],
    // The wrong way round: nobody can tell.
    ['Monitoring (D+7 to D+1)', [undefined, undefined]],
  ])('%s', (heading, days) => {
    const [first] = watch(`### ${heading}\n\n- **Site**: hourly\n`);
    expect([first!.fromDays, first!.toDays]).toEqual(days);
  });
});
