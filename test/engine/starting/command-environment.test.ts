import { describe, expect, it } from 'vitest';
import { commandEnvironment, placed } from '../../../src/engine/starting/command-environment.ts';
import { rehearsalEnvironment } from '../../../src/plan/environment.ts';

const input = {
  base: {
    PATH: '/usr/bin',
    HOME: '/home/ops',
    npm_config_cache: '/x',
    INIT_CWD: '/y',
    GONE: undefined,
  },
  environment: {
    ...rehearsalEnvironment,
    path: ['{{run}}/bin'],
    environment: { APP: '{{plan}}/app', HOME: '/srv' },
  },
  places: { run: '/runs/one', plan: '/plans/two' },
  secrets: { DB_PASSWORD: 'hunter22' },
  node: '/opt/node',
  run: 'one',
  step: '4.3',
  job: '0007-p4s3-a1',
};

describe('commandEnvironment', () => {
  const made = commandEnvironment(input);

  it('is the operator’s own, then the environment file’s, then the secrets', () => {
    expect(made).toMatchObject({ HOME: '/srv', APP: '/plans/two/app', DB_PASSWORD: 'hunter22' });
  });

  it('puts the environment’s folders in front of PATH', () => {
    expect(made.PATH).toBe('/runs/one/bin:/usr/bin');
  });

  it('says where the run and the plan are, and which Node to use', () => {
    expect(made).toMatchObject({
      BASCULE_RUN_DIR: '/runs/one',
      BASCULE_PLAN_DIR: '/plans/two',
      BASCULE_NODE: '/opt/node',
      BASCULE_STEP: '4.3',
    });
  });

  it('leaves out what npm added for its own scripts, and what is unset', () => {
    expect(Object.keys(made)).not.toEqual(expect.arrayContaining(['npm_config_cache']));
    expect(made).not.toHaveProperty('INIT_CWD');
    expect(made).not.toHaveProperty('GONE');
  });
});

it('placed puts folders in wherever they are named', () => {
  expect(placed('{{run}}/a:{{plan}}/b:{{run}}', input.places)).toBe(
    '/runs/one/a:/plans/two/b:/runs/one',
  );
});
