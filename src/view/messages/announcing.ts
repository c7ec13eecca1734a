/** Which messages tell the world that all is over. */
import type { Message } from '../../plan/types.ts';
import { mentions } from '../../plan/vocabulary/words.ts';
import { momentOf } from './moments.ts';

const successes = [
  'avec succes',
  'est terminee',
  'est termine',
  'maintenant disponible',
  'maintenant disponibles',
  'successfully',
  'completed',
  'is complete',
  'is over',
  'is live',
  'now available',
];

/** A message of after the maintenance, or one whose text says that all went well. */
export function announcesTheEnd(message: Message): boolean {
  const moment = momentOf(message);
  if (moment === 'after') return true;
  const announces = moment === 'before' || (message.offsetDays ?? 0) < 0;
  return !announces && mentions(message.body ?? '', successes);
}
