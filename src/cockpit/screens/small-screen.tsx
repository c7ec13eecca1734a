import { Rows } from '../components/rows.tsx';
import type { Layout } from '../layout.ts';
import { useLook } from '../look.tsx';
import { wrap } from '../text/fit.ts';

/** Too small to show anything true. */
export function SmallScreen({ layout }: { layout: Layout }) {
  const { notices } = useLook().words.cockpit;
  const text = `${notices.tooSmall} : ${notices.tooSmallDetail(layout.columns, layout.rows)}`;
  return <Rows rows={wrap(text, Math.max(1, layout.columns)).slice(0, Math.max(1, layout.rows))} />;
}
