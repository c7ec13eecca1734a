/** Facts about the days of a run, and what is owed before them. */
import { z } from 'zod';

const reason = z.string().min(1);

export const calendarFacts = [
  /** A stage is begun before its day. */
  z.object({ type: z.literal('stage.opened'), stage: z.string(), reason }),
  /** A prerequisite that will not be met, and why the day may begin all the same. */
  z.object({ type: z.literal('item.waived'), item: z.string(), reason }),
  /** One look of the surveillance after the deployment. */
  z.object({
    type: z.literal('surveillance.done'),
    item: z.string(),
    verdict: z.enum(['pass', 'fail']),
    note: z.string().optional(),
  }),
  /** The final checklist closes the run; `waiver` is owed while boxes stay open. */
  z.object({ type: z.literal('run.closed'), waiver: z.string().optional() }),
] as const;
