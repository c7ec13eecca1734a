import { expect, test } from 'vitest';
import { openTerminal } from './driver.ts';
import { operatorAt } from './operator.ts';

const question = `printf 'Word? '; read -r word; clear; echo "You said $word"; sleep 9`;

test('an operator reads, answers, and reads on', async () => {
  await using terminal = openTerminal({ file: 'bash', args: ['-c', question] });
  const operator = operatorAt(terminal);
  await operator.reads('Word?');
  operator.types('GO');
  operator.does('Enter');
  await operator.reads(/said GO/);
  await operator.noLongerReads('Word?');
});

test('a failure tells the story so far', async () => {
  await using terminal = openTerminal({ file: 'bash', args: ['-c', question] });
  const operator = operatorAt(terminal);
  await operator.reads('Word?');
  operator.does('G', 'Enter');
  const failure = operator.reads('You said NO', { timeout: 500 });
  await expect(failure).rejects.toThrow(
    /✓ reads Word\?\n· does G Enter\n✗ reads You said NO: not seen[\s\S]*You said G/,
  );
});
