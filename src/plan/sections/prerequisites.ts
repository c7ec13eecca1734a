import type { Context } from '../context.ts';
import { groupsOf } from '../document/groups.ts';
import type { Section } from '../document/outline.ts';
import { present } from '../present.ts';
import { readEvidence } from '../proofs/evidence.ts';
import { readBox } from '../steps/boxes.ts';
import type { Group, Item } from '../types.ts';

/**
 * What must be true before anything starts, by group: `P1.3` is the third of the first group; with its check,
 * and the earlier run that would prove it. @param environments those that the plan speaks of
 */
export function readPrerequisites(
  section: Section | undefined,
  environments: readonly string[],
  context: Context,
): Group<Item>[] {
  return groupsOf(section, (item, group, index) => ({
    ...readBox(item, `P${group}.${index}`, context),
    ...present({ evidence: readEvidence(item, environments, context) }),
  }));
}
