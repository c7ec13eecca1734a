/** The cockpit on a terminal in memory: keys go in as bytes, frames come out as text. */
import { EventEmitter } from 'node:events';
import { render } from 'ink';
import { CockpitScreen } from '../../src/cockpit/screens/cockpit-screen.tsx';
import { Store } from '../../src/cockpit/store.ts';
import type { StoreInput } from '../../src/cockpit/store-input.ts';
import type { Refusal } from '../../src/engine/types.ts';
import { wordsOf } from '../../src/locale/locale.ts';
import type { Answers, Choice, DossierId, DossierView, ScreenView } from '../../src/view/types.ts';
import { dossiers } from './dossiers.ts';
import { SampleSource, step, view } from './sample.ts';

class MemoryOutput extends EventEmitter {
  frame = '';
  readonly columns: number;
  readonly rows: number;

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string, done?: () => void): boolean {
    if (text !== '' && !text.startsWith('\x1b[?')) this.frame = text;
    done?.();
    return true;
  }
}

class MemoryInput extends EventEmitter {
  readonly isTTY = true;
  private data: string | null = null;

  send(text: string): void {
    this.data = text;
    this.emit('readable');
  }

  read(): string | null {
    const { data } = this;
    this.data = null;
    return data;
  }

  setRawMode(): void {}
  setEncoding(): void {}
  ref(): void {}
  unref(): void {}
}

export interface Acted {
  choice: Choice;
  answers: Answers;
}

export interface ScreenOptions
  extends Partial<
    Pick<
      StoreInput,
      | 'ascii'
      | 'color'
      | 'readOnly'
      | 'playback'
      | 'reading'
      | 'links'
      | 'readLink'
      | 'stepAt'
      | 'firstPage'
    >
  > {
  /** Pages about what surrounds the commands, other than the sample's. */
  dossiers?: Partial<Record<DossierId, DossierView>>;
  view?: ScreenView;
  columns?: number;
  rows?: number;
  language?: 'fr' | 'en';
  edit?: (text: string) => Promise<string | null>;
  /** What the engine answers; everything is done unless told otherwise. */
  refusal?: Refusal;
  /** Keys do not count yet. */
  deaf?: boolean;
}

/** Opens a screen whose clock only moves when told to. Close it at the end of the test. */
export async function openScreen(options: ScreenOptions = {}) {
  const { columns = 80, rows = 24, ascii = false, color = false } = options;
  const { playback, readOnly = playback !== undefined } = options;
  const source = new SampleSource();
  const acted: Acted[] = [];
  const emitted: string[] = [];
  const looked: DossierId[] = [];
  let pages = { ...dossiers, ...options.dossiers };
  let now = 1_000_000;
  let shown = options.view ?? view();
  let left = false;
  const store = new Store({
    source,
    view: () => shown,
    stepAt: options.stepAt ?? (id => step({ id, title: `Step ${id}`, job: null, commands: [] })),
    dossierAt: id => {
      looked.push(id);
      return pages[id];
    },
    intentOf: (choice, answers) => {
      acted.push({ choice, answers });
      return { type: 'cancel', reason: choice.id };
    },
    act: async () => (options.refusal ? { done: false, refusal: options.refusal } : { done: true }),
    refusalText: ({ code }) => code,
    words: wordsOf(options.language ?? 'fr', ascii),
    reading: options.reading ?? [],
    links: options.links ?? [],
    readLink: options.readLink ?? (() => null),
    ...(options.firstPage && { firstPage: options.firstPage }),
    ascii,
    color,
    readOnly,
    ...(playback && { playback }),
    edit: options.edit ?? null,
    editorName: options.edit ? 'vim' : '',
    lend: work => work(),
    size: { columns, rows },
    clock: () => now,
    emit: text => emitted.push(text),
    detach: () => {
      left = true;
    },
    seen: () => {},
  });
  const stdout = new MemoryOutput(columns, rows);
  const stdin = new MemoryInput();
  const ink = render(<CockpitScreen store={store} resumeCommand="bascule resume essai" />, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const settle = async () => {
    await new Promise(go => setTimeout(go, 5));
    await ink.waitUntilRenderFlush();
  };
  await settle();
  if (!options.deaf) store.listen();
  await settle();
  return {
    listen: () => store.listen(),
    source,
    acted,
    emitted,
    /** Pages asked for, in order. */
    looked,
    frame: () => stdout.frame,
    left: () => left,
    /** Bytes as one read of the terminal. */
    async send(text: string) {
      stdin.send(text);
      // A lone Escape is only told from a sequence once nothing follows it.
      if (text.includes('\x1b')) await new Promise(go => setTimeout(go, 30));
      await settle();
    },
    async pass(milliseconds: number) {
      now += milliseconds;
      await store.poll();
      store.resize({ columns, rows });
      await settle();
    },
    /** What a page shows changes. */
    async turn(id: DossierId, page: DossierView) {
      pages = { ...pages, [id]: page };
      await this.show(shown);
    },
    /** The run moves on. */
    async show(next: ScreenView) {
      shown = next;
      now += 1_000;
      store.refresh();
      await new Promise(go => setTimeout(go, 20));
      await settle();
    },
    close() {
      store.stop();
      ink.unmount();
    },
  };
}
