import type { Texts } from './codes.ts';

/** English messages about the way back, checkpoints and what looks at them. */
export const decisions = {
  'second-check': f => ({
    message: `box ${f.box} has a check already: this block will not run`,
    remedy: 'Make one block of the two, or give this one a box of its own.',
  }),
  'idle-proof': f => ({
    message: `the proof "${f.title}" will never be given: nothing runs this block`,
    remedy: 'Write it in bash, or declare a runner for its language.',
  }),
  'interactive-output': f => ({
    message: `"interactive" and "${f.name}" contradict each other: nobody reads the output of a command that has the terminal`,
    remedy: `Remove one of them, or put ${f.name}= on a command of its own.`,
  }),
  'no-way-out': f => ({
    message: `step ${f.step} may stay in state "${f.state}": nothing leads out of it`,
    remedy: 'Give it an end: a command, a box, or a checkpoint with its actions.',
  }),
  'late-capture': f => ({
    message:
      `"${f.name}" is only known at step ${f.step} (line ${f.line}), ` +
      `while this rollback may be needed from step ${f.risk} on`,
    remedy: `Capture it before ${f.risk}, or give it an initial value.`,
  }),
  'checkpoint-without-actions': f => ({
    message: `nothing says what to do when checkpoint ${f.step} is refused`,
    remedy: 'Add "**If it fails**:" and its list to its description.',
  }),
  'checkpoint-without-criteria': f => ({
    message: `checkpoint ${f.step} has no criteria`,
    remedy: 'Describe it in the "Checkpoints" section, at the same time.',
  }),
  'checkpoint-time': f => ({
    message: `this checkpoint says ${f.time}, step ${f.step} says ${f.stepTime}`,
    remedy: 'Make the two times agree.',
  }),
  'not-undone': f =>
    f.command === undefined
      ? {
          message: `no rollback step undoes ${f.step}`,
          remedy: 'Add undoes= to the step that does, or write one.',
        }
      : {
          message: `nothing in the rollback seems to undo "${f.command}" (${f.step}), judging by its commands`,
          remedy: `Add the command that undoes it to the rollback, or say which step does: undoes=${f.step}.`,
        },
  'undoes-unsaid': f => ({
    message: `the rollback does not say what it undoes, of ${f.steps}`,
    remedy: 'On each of its steps: <!-- undoes=3.1,5.1 -->.',
  }),
  'no-baseline': f => ({
    message: `"${f.text}": compared with what?`,
    remedy: 'Give the baseline (its value, or where it comes from), or an absolute threshold.',
  }),
  'late-rollback': f => ({
    message:
      `if ${f.step} fails at ${f.time}, the rollback (${f.minutes} min) ends at ${f.end}, ` +
      `after the window closes (${f.closes})`,
    remedy: `Move this check to ${f.latest} at the latest, or lengthen the window.`,
  }),
  'no-rollback': () => ({
    message: 'this plan does not say how to go back',
    remedy: 'Add a "Rollback procedure" section.',
  }),
  'rollback-without-budget': () => ({
    message: 'the rollback has no duration: nobody can tell until when it is possible',
    remedy: 'Write it in the title of the procedure: (30 min).',
  }),
  'rollback-over-budget': f => ({
    message: `the rollback steps take ${f.sum} min, its title says ${f.minutes} min`,
    remedy: 'Correct one or the other.',
  }),
} satisfies Partial<Texts>;
