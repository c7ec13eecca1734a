/** What the plan links to, read where one stands; and the checklist that closes the run. */
import { expect, test } from 'vitest';
import { deskAt, expectWhole } from '../support/desk.ts';
import { writePlanFolder } from '../support/plan-folder.ts';
import { openHome } from '../support/program.ts';

const plan = `
# Trial

## Timeline

### D-day: Deployment

#### Phase 1: Deployment (30 min)

**Schedule**: 06:00 - 06:30

- [ ] **06:00** - Deploy

## Appendices

### A. Documents
- [User guide](./docs/guide.md)
- [Scripts](./docs/scripts/)
- [Status page](https://status.example.org/)

### B. Final checklist
- [ ] Every prerequisite is met
- [ ] The users were told
`;

const documents = {
  'docs/guide.md': '# User guide\n\nOpen the new page first.\n',
  'docs/scripts/README.md': '# Scripts\n\nRun them by night.\n',
  'docs/scripts/run.sh': 'exit 0\n',
};

test('linked files open as pages, an address is told; the final checklist closes the run, with a reason where a box is open', async () => {
  const home = openHome();
  const environment = { trial: 'schedule: relative\n' };
  const folder = writePlanFolder(home.folder, plan, environment, documents);
  const terminal = home.open(['run', folder, '--env', 'trial', '--lang', 'en'], {
    cols: 80,
    rows: 24,
  });
  const desk = deskAt(terminal);
  await desk.reads('2 1.1');

  await desk.opens('r', 'Document');
  await desk.goesTo('User guide');
  await desk.enters();
  await desk.reads('Open the new page first.');
  desk.does('Escape');
  await desk.goesTo('Scripts');
  await desk.enters();
  await desk.reads('Run them by night.');
  desk.does('Escape');
  await desk.goesTo('Status page');
  await desk.enters();
  await desk.reads(/https:\/\/status\.example\.org\/[\s\S]*\n.*https:\/\/status\.example\.org\//);
  desk.does('Escape');
  await desk.reads('2 1.1');
  await desk.enters();

  // The last step is over, and the run is not: its checklist takes the place of the step.
  await desk.reads(/Final checklist[\s\S]*Every prerequisite is met[\s\S]*The users were told/);
  await desk.reads(/Space tick/);
  await desk.considers();
  desk.does('Space');
  await desk.reads(() => home.run().entries('item.ticked').length === 1);
  expect(home.run().entries('run.closed')).toEqual([]);
  desk.does('F');
  await desk.answers('Give a reason', 'they are told tomorrow');
  await desk.answers('Type CLOSE', 'CLOSE');
  await desk.reads('COMPLETED');
  expect(home.run().entries('run.closed')).toMatchObject([{ waiver: 'they are told tomorrow' }]);
  await expectWhole(home);
});
