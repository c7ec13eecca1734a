import type { ReportInput } from './input.ts';
import { amendmentsOf } from './model/amendments.ts';
import { checkpointsOf } from './model/checkpoints.ts';
import { decisionsOf } from './model/decisions.ts';
import { failuresOf } from './model/failures.ts';
import { figuresOf } from './model/figures.ts';
import { ganttOf } from './model/gantt.ts';
import { improvementOf } from './model/improvement.ts';
import { messagesOf } from './model/messages.ts';
import { metricsOf } from './model/metrics.ts';
import { callsOf, notesOf } from './model/notes.ts';
import { outcomeOf } from './model/outcome.ts';
import { outputsOf } from './model/outputs.ts';
import { prerequisitesOf } from './model/prerequisites.ts';
import { runFactsOf } from './model/run-facts.ts';
import { timeSpentOf } from './model/time-spent.ts';
import { momentFacts, timelineOf } from './model/timeline.ts';
import { iso, storyOf } from './story/story.ts';
import type { Report } from './types.ts';

/** The report of a run as of `input.view.now`, unfinished and damaged ones too; beside no other run. */
export function reportOf(input: ReportInput): Report {
  const story = storyOf(input);
  return {
    version: 1,
    language: input.view.language,
    generated: { at: iso(input.view.now), program: input.program },
    run: runFactsOf(story),
    outcome: outcomeOf(story),
    figures: figuresOf(story),
    gantt: ganttOf(story),
    time: timeSpentOf(story),
    moments: momentFacts(story),
    decisions: decisionsOf(story),
    checkpoints: checkpointsOf(story),
    failures: failuresOf(story),
    amendments: amendmentsOf(story),
    messages: messagesOf(story),
    metrics: metricsOf(story),
    prerequisites: prerequisitesOf(story),
    notes: notesOf(story),
    calls: callsOf(story),
    timeline: timelineOf(story),
    outputs: outputsOf(story),
    improvement: improvementOf(input),
    against: null,
  };
}
