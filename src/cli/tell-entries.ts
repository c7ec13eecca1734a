import { plainLine } from '../cockpit/plain.ts';
import type { Language } from '../plan/types.ts';
import { noHistory } from '../view/history.ts';
import { logLines } from '../view/log.ts';
import { print } from './failure.ts';
import type { Session } from './session.ts';
import { viewInput } from './view-input.ts';

/** Prints one plain line per entry, from our taking of the helm on, as they come. Gives the way to stop. */
export function tellEntries(session: Session, language: Language): () => void {
  let told = session.engine.entries().findLastIndex(entry => entry.type === 'helm.taken');
  const tell = (): void => {
    const how = { language, ascii: false, observer: false, history: noHistory };
    const input = viewInput(session, how, Date.now());
    const end = input.entries.length;
    if (end === told) return;
    for (const line of logLines(input, { from: told, to: end })) print(plainLine(line));
    told = end;
  };
  tell();
  return session.engine.subscribe(tell);
}
