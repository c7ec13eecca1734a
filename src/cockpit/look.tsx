/** How everything looks and speaks, for every component: the one context of the cockpit. */
import { createContext, useContext } from 'react';
import type { Words } from '../locale/locale.ts';
import type { Theme } from './theme.ts';

export interface Look {
  theme: Theme;
  words: Words;
}

export const LookContext = createContext<Look | null>(null);

export function useLook(): Look {
  const look = useContext(LookContext);
  if (!look) throw new Error('A cockpit component was drawn outside of the cockpit.');
  return look;
}
