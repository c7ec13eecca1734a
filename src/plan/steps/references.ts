import type { Place } from '../types.ts';

/** An attribute whose value names a role, a host, a step or a variable. */
export interface Reference extends Place {
  attribute: 'id' | 'role' | 'approve' | 'undoes' | 'on' | 'capture';
  value: string;
  length: number;
  /** Step that carries it; '' on a heading. */
  step: string;
}
