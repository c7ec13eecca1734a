import { describe, expect, it } from 'vitest';
import { firstStep, onDay, said } from '../write.ts';

describe('the title of a step', () => {
  it.each([
    ['- [ ] **06:32** - Stop the workers', { time: '06:32', title: 'Stop the workers' }],
    ['- [ ] 06:32 Stop the workers', { time: '06:32', title: 'Stop the workers' }],
    ['- [ ] **6h05** : Stop the workers', { time: '06:05', title: 'Stop the workers' }],
    ['- [ ] **2:15 pm** – Stop the workers', { time: '14:15', title: 'Stop the workers' }],
    ['- [ ] Stop the **workers** (5 min)', { title: 'Stop the workers', minutes: 5 }],
    ['- [ ] Stop (1h30)', { title: 'Stop', minutes: 90 }],
    ['- [ ] Free space (min 20GB)', { title: 'Free space (min 20GB)' }],
    ['- [x] **06:32** - `Stop` [all](x) of them <!-- role=DBA -->', { title: 'Stop all of them' }],
    ['1. **Stop** (5 min)', { title: 'Stop', minutes: 5 }],
    ['- [ ] Stop\n  the workers', { title: 'Stop the workers' }],
  ])('%s', (item, expected) => {
    expect(firstStep(item)).toMatchObject(expected);
  });

  it('has no time where none is written', () => {
    expect(firstStep('- [ ] Stop')).not.toHaveProperty('time');
  });

  it.each([
    ['- [ ] **07:45** - **POINT DE CONTRÔLE** - Dry-run', 'checkpoint'],
    ['- [ ] Checkpoint: dry run', 'checkpoint'],
    ['- [ ] Dry run CHECKPOINT', 'checkpoint'],
    ['- [ ] Prepare the next checkpoint', 'manual'],
    ['- [ ] GO/NO-GO', 'gate'],
    ['- [ ] Final go / no go meeting', 'gate'],
    ['- [ ] **06:30** - **DÉBUT MAINTENANCE**', 'milestone'],
    ['- [ ] **RELEASE COMPLETE** <!-- role=DBA -->', 'milestone'],
    ['- [ ] **Release complete**', 'manual'],
    ['- [ ] **DBA** stops', 'manual'],
    ['- [ ] RELEASE COMPLETE', 'manual'],
    ['- [ ] Stop\n  ```bash\n  true\n  ```', 'command'],
    ['- [ ] Stop\n  ```console\n  $ true\n  ```', 'manual'],
    ['- [ ] GO/NO-GO\n  ```bash\n  true\n  ```', 'gate'],
    ['- [ ] **STOP ALL**\n  ```bash\n  true\n  ```', 'command'],
  ])('%s is a %s', (item, kind) => {
    expect(firstStep(item).kind).toBe(kind);
  });

  it.each([
    ['DÉBUT DE LA MAINTENANCE', 'opens'],
    ['MAINTENANCE START', 'opens'],
    ['MAINTENANCE BEGINS', 'opens'],
    ['FIN DE MAINTENANCE', 'closes'],
    ['MAINTENANCE END', 'closes'],
    ['END OF MAINTENANCE', 'closes'],
  ])('%s %s the window', (title, side) => {
    expect(firstStep(`- [ ] **06:30** - **${title}**`).window).toBe(side);
  });

  it('opens no window when it only speaks of it', () => {
    expect(firstStep('- [ ] Announce the end of maintenance')).not.toHaveProperty('window');
  });

  it('refuses a time that cannot be', () => {
    expect(said(onDay('- [ ] **25:10** - Stop'))).toEqual(['bad-time: - [ ] **25:10** - Stop']);
  });
});

describe('what is a step', () => {
  it('is what has a box, a time, a number or a command; a remark is said to be one', () => {
    const source = onDay(
      ['- [ ] box', '- 06:30 time', '- remark', '- command', '  ```sh', '  true', '  ```'].join(
        '\n',
      ),
    );
    expect(said(source)).toEqual(['not-a-step: - remark']);
  });

  it('numbers its boxes at any depth', () => {
    const step = firstStep('- [ ] Test\n  - [ ] one\n    - [ ] two\n  - a remark\n  - [ ] three');
    expect(step.items.map(({ id, title }) => `${id} ${title}`)).toEqual([
      'D-day.1/1 one',
      'D-day.1/2 two',
      'D-day.1/3 three',
    ]);
  });
});
