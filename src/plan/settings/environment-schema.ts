/** What an environment file may say. */
import { z } from 'zod';
import { channel } from './channels.ts';
import { duration, runners, text, variableName } from './fields.ts';
import { probe } from './probes.ts';

const command = z.union([
  text,
  z.strictObject({
    title: text.optional().meta({ description: 'What it does, in a few words.' }),
    run: text.meta({ description: 'Commands for bash.' }),
    timeout: duration.optional(),
  }),
]);

const host = z.strictObject({
  address: text.optional().meta({ description: 'As given to ssh: `ops@app1.example.net`.' }),
  local: z.boolean().optional().meta({ description: 'This very machine.' }),
});

const secret = z
  .union([
    z.strictObject({ variable: text.meta({ description: 'Environment variable that holds it.' }) }),
    z.strictObject({ file: text.meta({ description: 'File that holds it.' }) }),
    z.strictObject({ command: text.meta({ description: 'Command that prints it.' }) }),
  ])
  .meta({ description: 'Where a secret comes from; never the secret itself.' });

const shellName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: 'NAME' });

export const environmentSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/i, { error: 'staging' })
      .optional()
      .meta({ description: 'Default: the name of the file.' }),
    title: text.optional(),
    protected: z
      .boolean()
      .default(false)
      .meta({ description: 'Asks for its name to be typed, and refuses to run unattended.' }),
    schedule: z.enum(['relative', 'absolute']).optional().meta({
      description:
        'Planned times count from the actual start (`relative`, the default), or are the clock’s (`absolute`, the default when protected).',
    }),
    pace: z
      .enum(['step', 'phase', 'automatic'])
      .default('step')
      .meta({ description: 'When commands start by themselves.' }),
    directory: text.default('{{plan}}').meta({
      description:
        'Where commands run; `{{run}}` and `{{plan}}` are the folders of the run and of the plan.',
    }),
    path: z.array(text).default([]).meta({ description: 'Folders put in front of PATH.' }),
    environment: z
      .record(shellName, text)
      .default({})
      .meta({ description: 'Added to the environment of every command.' }),
    variables: z
      .record(variableName, text)
      .default({})
      .meta({ description: 'Values of the plan’s variables.' }),
    secrets: z.record(shellName, secret).default({}),
    runners,
    hosts: z.record(z.string(), host).default({}),
    prepare: z
      .array(command)
      .default([])
      .meta({ description: 'Builds the target, before the first step.' }),
    check: z
      .array(command)
      .default([])
      .meta({ description: 'Verifies the target, before the first step.' }),
    channels: z
      .record(z.string(), channel)
      .default({})
      .meta({ description: 'How messages leave, by name.' }),
    probes: z
      .record(z.string(), probe)
      .default({})
      .meta({ description: 'How metrics are measured, by id or title.' }),
    prerequisites: z.enum(['required', 'optional']).optional().meta({
      description:
        'Are the prerequisites owed before the day begins? By default where `schedule` is `absolute`.',
    }),
    approvals: z.enum(['required', 'optional']).optional().meta({
      description:
        'Must a step with `approve=` wait for a second person? By default where `schedule` is `absolute`, or `approvers` are named.',
    }),
    approvers: z.record(z.string(), z.array(text)).default({}).meta({
      description: 'Role to the logins of those who may approve in its name.',
    }),
  })
  .meta({ title: 'Environment of a Bascule plan' });

export type EnvironmentFile = z.output<typeof environmentSchema>;
