/** Facts about people: who was called, who approved, to whom the helm goes. */
import { z } from 'zod';

export const peopleFacts = [
  z.object({
    type: z.literal('person.called'),
    /** As the plan names the role, or the contact. */
    role: z.string(),
    outcome: z.enum(['reached', 'message-left', 'no-answer']),
    note: z.string().optional(),
    /** The step it was about. */
    step: z.string().optional(),
  }),
  /** The helm is about to be let go for a colleague, who finds this summary. */
  z.object({ type: z.literal('helm.handed'), to: z.string().min(1), summary: z.string() }),
  /** What somebody else than the operator says of a step that asks for it. */
  z.object({
    type: z.literal('approval.given'),
    step: z.string(),
    role: z.string(),
    verdict: z.enum(['go', 'no-go']),
    /** `verified`: by the owner of a file that the kernel made. `attested`: the operator says that they said so. */
    proof: z.enum(['verified', 'attested']),
    /** A login when verified, a name when attested. */
    person: z.string().min(1),
    /** Number of the account, when verified. */
    uid: z.int().optional(),
    /** The look at the step that it is about: see `roundOf`. */
    round: z.string(),
    note: z.string().optional(),
    /** When the file was made, ISO 8601: may be long before the entry. */
    givenAt: z.string().optional(),
  }),
] as const;
