/** Opens the cockpit on a run and resolves when it is left, in whatever way. */
import { type Instance, render } from 'ink';
import type { CockpitEnd, CockpitOptions } from './options.ts';
import { CockpitScreen } from './screens/cockpit-screen.tsx';
import { callHuman, needsHuman, restoreTitle, saveTitle, setTitle, titleOf } from './signals.ts';
import { Store } from './store.ts';
import { openTerminal } from './terminal.ts';

export type { CockpitEnd, CockpitOptions };

/** Milliseconds between two looks at a command's output. */
const outputPace = 200;
/** Milliseconds without a key after which someone may have gone for coffee. */
const absence = 5_000;

/**
 * Draws until the operator detaches or the terminal goes. A running command never notices either.
 * Never rejects for a terminal that fails.
 */
export async function runCockpit(options: CockpitOptions): Promise<CockpitEnd> {
  const { stdin, stdout, resumeCommand, ...input } = options;
  const left = Promise.withResolvers<CockpitEnd['why']>();
  let ink: Instance | undefined;
  const terminal = openTerminal(stdin, stdout, {
    lost: () => left.resolve('terminal-lost'),
    terminated: () => left.resolve('detached'),
    resized: size => store.resize(size),
    wiped: () => ink?.clear(),
  });
  const store = new Store({
    ...input,
    size: terminal.size(),
    clock: Date.now,
    emit: text => terminal.output.write(text),
    detach: () => left.resolve(options.view(Date.now()).ending ? 'ended' : 'detached'),
    seen: (view, before) => {
      if (!before) return;
      if (titleOf(view) !== titleOf(before)) terminal.output.write(setTitle(titleOf(view)));
      const away = Date.now() - store.pressedAt > absence;
      if (away && needsHuman(view) && !needsHuman(before))
        terminal.output.write(callHuman(titleOf(view)));
    },
  });
  const stops = [
    options.source.subscribe(() => store.refresh()),
    everySecond(() => store.refresh()),
  ];
  const polling = setInterval(() => void store.poll(), outputPace);
  void store.poll();
  terminal.output.write(saveTitle + setTitle(titleOf(store.getSnapshot().s.view)));
  ink = render(<CockpitScreen store={store} resumeCommand={resumeCommand} />, {
    stdin,
    stdout: terminal.output,
    exitOnCtrlC: false,
    alternateScreen: true,
    incrementalRendering: true,
    interactive: true,
    maxFps: 20,
  });
  const why = await Promise.race([
    left.promise,
    ink.waitUntilExit().then(() => 'detached' as const),
  ]);
  clearInterval(polling);
  for (const stop of stops) stop();
  store.stop();
  if (why === 'terminal-lost') terminal.abandon();
  ink.unmount();
  terminal.output.write(restoreTitle);
  await terminal.close();
  return { why };
}

/** Calls back just after each whole second, so that the clock never skips one. */
function everySecond(tick: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const next = () => {
    timer = setTimeout(
      () => {
        tick();
        next();
      },
      1000 - (Date.now() % 1000) + 5,
    );
  };
  next();
  return () => clearTimeout(timer);
}
