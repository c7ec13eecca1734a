import { afterEach, expect, test } from 'vitest';
import type { JobRecord } from '../../../machines/context.ts';
import { openScreen } from '../open-screen.tsx';
import { stateOf, view } from '../sample.ts';

type Screen = Awaited<ReturnType<typeof openScreen>>;
let screen: Screen;

/** The run with an ad-hoc command, and the plan's own job alive or not. */
const withAdhoc = (liveJob: string | null) => {
  const state = stateOf('underway', '3.3');
  const job = { id: 'beside', step: '3.3', adhoc: 'df -h', status: 'running' } as JobRecord;
  return { ...state, context: { ...state.context, jobs: { beside: job }, aside: job.id, liveJob } };
};
const started = async () => {
  screen = await openScreen({ columns: 120, rows: 36 });
  screen.source.print('0007-p3s3-a1', 'of the plan\n');
  screen.source.print('beside', '/dev/sda1 91 %\n');
  await screen.pass(200);
  expect(screen.frame()).toContain('of the plan');
  screen.source.current = withAdhoc(null);
  await screen.show(view());
  await screen.pass(200);
};

afterEach(() => screen.close());

test('the output of a command beside the plan comes up, and says whose it is', async () => {
  await started();
  expect(screen.frame()).toContain('/dev/sda1 91 %');
  expect(screen.frame()).toContain('! df -h');
  expect(screen.frame()).not.toContain('of the plan');
});

test('until Escape', async () => {
  await started();
  await screen.send('\x1b');
  await screen.pass(200);
  expect(screen.frame()).toContain('of the plan');
  await screen.show(view());
  expect(screen.frame()).toContain('of the plan');
});

test('or until the plan’s own command starts', async () => {
  await started();
  screen.source.current = withAdhoc('0007-p3s3-a1');
  await screen.show(view());
  await screen.pass(200);
  expect(screen.frame()).toContain('of the plan');
});

test('going to another action shows that action’s', async () => {
  await started();
  await screen.send('1k');
  await screen.pass(200);
  expect(screen.frame()).not.toContain('/dev/sda1 91 %');
});
