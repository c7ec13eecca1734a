import type { Severity } from '../types.ts';

/** Every diagnostic and how grave it is. Codes are public: they are never renamed. */
export const severities = {
  'too-large': 'error',
  'too-deep': 'error',
  'too-nested': 'error',
  'too-dense': 'error',
  'too-long': 'error',
  unreadable: 'error',
  'control-character': 'error',
  'not-utf8': 'error',
  'no-steps': 'error',
  'yaml-syntax': 'error',
  'unknown-key': 'error',
  'bad-value': 'error',
  'unknown-attribute': 'error',
  'bad-attribute': 'error',
  'misplaced-attribute': 'error',
  'unclosed-fence': 'error',
  'unbound-variable': 'error',
  'unknown-host': 'error',
  'remote-command': 'error',
  'bad-time': 'error',
  'duplicate-stage': 'error',
  'duplicate-phase': 'error',
  'duplicate-checkpoint': 'error',
  'duplicate-name': 'error',
  'checkpoint-without-step': 'error',
  'unknown-undoes': 'error',
  'used-before-capture': 'error',
  'refused-value': 'error',
  'interactive-output': 'error',
  'unknown-secret': 'error',
  'no-way-out': 'error',
  blank: 'warning',
  'no-runner': 'warning',
  'late-rollback': 'warning',
  'missing-file': 'warning',
  'fence-outside-step': 'warning',
  'second-check': 'warning',
  'idle-proof': 'warning',
  'checkpoint-without-criteria': 'warning',
  'checkpoint-without-actions': 'warning',
  'checkpoint-time': 'warning',
  'no-rollback': 'warning',
  'rollback-without-budget': 'warning',
  'rollback-over-budget': 'warning',
  'window-incomplete': 'warning',
  'time-backwards': 'warning',
  'outside-phase': 'warning',
  'phase-duration': 'warning',
  'phases-overlap': 'warning',
  'steps-exceed-phase': 'warning',
  'phase-longer-than-steps': 'info',
  'stages-order': 'warning',
  'unknown-role': 'warning',
  'unknown-metric': 'warning',
  'ambiguous-metric': 'warning',
  'unused-capture': 'warning',
  'empty-title': 'warning',
  'not-undone': 'warning',
  'late-capture': 'warning',
  'no-baseline': 'warning',
  'undoes-unsaid': 'info',
  'not-a-step': 'info',
  'message-without-audience': 'info',
  'message-without-body': 'info',
} as const satisfies Record<string, Severity>;

export type Code = keyof typeof severities;

/** What a message needs to be said. */
export type Facts = Record<string, string | number>;

export interface Words {
  message: string;
  remedy?: string;
}

/** One language's messages. */
export type Texts = Record<Code, (facts: Facts) => Words>;
