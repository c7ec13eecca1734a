import { itemField } from '../document/fields.ts';
import { groupsOf } from '../document/groups.ts';
import type { Section } from '../document/outline.ts';
import { placeOf } from '../document/source.ts';
import { present } from '../present.ts';
import { thresholdIn } from '../quantities/thresholds.ts';
import type { Group, Metric } from '../types.ts';

/** What success looks like, by group; `M1.2` is the second of the first group. */
export function readMetrics(section: Section | undefined): Group<Metric>[] {
  return groupsOf(section, (item, group, index) => {
    const { label, value } = itemField(item);
    return {
      ...placeOf(item),
      id: `M${group}.${index}`,
      title: label,
      text: value,
      ...present({ threshold: thresholdIn(value === '' ? label : value) }),
    };
  });
}
