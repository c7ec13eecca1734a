/** What surrounds the commands: days, prerequisites, people, messages, metrics. */
import { agenda } from './around/agenda.ts';
import { choices } from './around/choices.ts';
import { log } from './around/log.ts';
import { messages } from './around/messages.ts';
import { metrics } from './around/metrics.ts';
import { people } from './around/people.ts';
import { prerequisites } from './around/prerequisites.ts';

export const around = { agenda, choices, log, messages, metrics, people, prerequisites };
