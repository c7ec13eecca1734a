import { plainLine } from '../cockpit/plain.ts';
import type { RunSource } from '../engine/types.ts';
import type { Language } from '../plan/types.ts';
import { noHistory } from '../view/history.ts';
import { logLines } from '../view/log.ts';
import type { ViewInput } from '../view/types.ts';
import { print } from './failure.ts';
import type { Session } from './session.ts';
import { viewInput } from './view-input.ts';

/** Prints one plain line per entry of a session, from our taking of the helm on, as they come. Gives the way to stop. */
export function tellEntries(session: Session, language: Language): () => void {
  const how = { language, ascii: false, observer: false, history: noHistory };
  const from = session.engine.entries().findLastIndex(entry => entry.type === 'helm.taken');
  return tellNews(session.engine, now => viewInput(session, how, now), from);
}

/** Prints one plain line per entry, those from `from` on, then as they come. Gives the way to stop. */
export function tellNews(
  source: Pick<RunSource, 'subscribe'>,
  inputAt: (now: number) => ViewInput,
  from: number,
): () => void {
  let told = from;
  const tell = (): void => {
    const input = inputAt(Date.now());
    const end = input.entries.length;
    if (end === told) return;
    for (const line of logLines(input, { from: told, to: end })) print(plainLine(line));
    told = end;
  };
  tell();
  return source.subscribe(tell);
}
