/** Opens the cockpit on a run and resolves when it is left, in whatever way. */
import { render } from 'ink';
import type { RunSource } from '../engine/types.ts';
import { announcement, titleFor } from './announcing.ts';
import { lender, lentLine, type Suspend } from './lending.ts';
import type { CockpitEnd, CockpitOptions } from './options.ts';
import { CockpitScreen } from './screens/cockpit-screen.tsx';
import { restoreTitle, saveTitle, setTitle } from './signals.ts';
import { Store } from './store.ts';
import { openTerminal } from './terminal.ts';

export type { CockpitEnd, CockpitOptions };

/** Milliseconds between two looks at a command's output: each moves a whole pane over the line. */
const outputPace = 500;
/** Milliseconds between two looks at the clock. */
const clockPace = 1_000;
/** Milliseconds after the first frame, or after the terminal came back, during which keys typed before it are still read, and dropped. */
const deafness = 150;
/** Frames a second: a run that plays again moves all the time, and a line on a train must keep up. */
const liveFrames = 20;
const replayFrames = 10;

/**
 * Draws until the operator detaches or the terminal goes. A running command never notices either.
 * Never rejects for a terminal that fails.
 */
export async function runCockpit(options: CockpitOptions): Promise<CockpitEnd> {
  const { stdin, stdout, resumeCommand, onLend, ...input } = options;
  const left = Promise.withResolvers<CockpitEnd['why']>();
  const suspend = Promise.withResolvers<Suspend>();
  let forget = (): void => {};
  const terminal = openTerminal(stdin, stdout, {
    lost: () => left.resolve('terminal-lost'),
    terminated: () => left.resolve('terminated'),
    resized: size => store.resize(size),
    wiped: () => forget(),
  });
  const emit = (text: string) => void terminal.output.write(text);
  const lend = lender({
    terminal,
    suspend: async () => (await suspend.promise)(),
    leaving: () => store.listen(false),
    back: () => {
      terminal.redraw();
      emit(setTitle(titleFor(options, store.getSnapshot().s.view)));
      setTimeout(() => store.listen(), deafness);
    },
    refusal: options.words.cockpit.notices.lent,
  });
  const store = new Store({
    ...input,
    lend,
    size: terminal.size(),
    clock: Date.now,
    emit,
    detach: () => left.resolve(options.view(Date.now()).ending ? 'ended' : 'detached'),
    seen: (view, before) => {
      // The first view is seen before there is a store.
      if (before) emit(announcement(options, before, view, Date.now() - store.pressedAt));
    },
  });
  emit(saveTitle + setTitle(titleFor(options, store.getSnapshot().s.view)));
  const ink = render(
    <CockpitScreen store={store} resumeCommand={resumeCommand} onSuspend={suspend.resolve} />,
    {
      stdin,
      stdout: terminal.output,
      exitOnCtrlC: false,
      alternateScreen: true,
      incrementalRendering: true,
      interactive: true,
      maxFps: options.playback ? replayFrames : liveFrames,
    },
  );
  onLend?.(work => {
    const { columns } = terminal.size();
    return lend(work, lentLine(options.view(Date.now()), options.words, columns));
  });
  setTimeout(() => {
    store.listen();
    // What plays before it can be seen is lost to whoever came to see it.
    options.playback?.toggle();
  }, deafness);
  forget = () => ink.clear();
  const rest = keepAlive(store, options.source);
  const why = await Promise.race([
    left.promise,
    ink.waitUntilExit().then(() => 'detached' as const),
  ]);
  rest();
  if (why === 'terminal-lost') terminal.abandon();
  ink.unmount();
  terminal.output.mute(false);
  emit(restoreTitle);
  await terminal.close();
  return { why };
}

/** News of the run, the clock and the output reach the store until the returned function is called. */
function keepAlive(store: Store, source: RunSource): () => void {
  const poll = () => void store.poll();
  const news = () => {
    store.refresh();
    poll();
  };
  poll();
  const stops = [
    source.subscribe(news),
    every(clockPace, () => store.refresh()),
    every(outputPace, poll),
  ];
  return () => {
    for (const stop of stops) stop();
    store.stop();
  };
}

/** Calls back just after each multiple of `pace` ms: the clock skips no second, and paces share their frames. */
function every(pace: number, tick: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const next = () => {
    timer = setTimeout(
      () => {
        tick();
        next();
      },
      pace - (Date.now() % pace) + 5,
    );
  };
  next();
  return () => clearTimeout(timer);
}
