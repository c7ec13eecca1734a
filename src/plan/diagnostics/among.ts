import type { Language } from '../types.ts';

/** The remedy that names what was probably meant; '' when nothing is close enough. */
export const among: Record<Language, (suggestion?: string | number) => string> = {
  fr: suggestion => (suggestion ? `vouliez-vous dire « ${suggestion} » ?` : ''),
  en: suggestion => (suggestion ? `did you mean "${suggestion}"?` : ''),
};
