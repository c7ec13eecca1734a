import { describe, expect, it } from 'vitest';
import { storeHome } from '../../src/store/home.ts';

describe('storeHome', () => {
  it.each([
    ['--home first', { BASCULE_HOME: '/b', XDG_STATE_HOME: '/x', HOME: '/h' }, '/flag', '/flag'],
    [
      'then BASCULE_HOME',
      { BASCULE_HOME: '/b', XDG_STATE_HOME: '/x', HOME: '/h' },
      undefined,
      '/b',
    ],
    ['then the XDG state folder', { XDG_STATE_HOME: '/x', HOME: '/h' }, undefined, '/x/bascule'],
    ['then ~/.local/state', { HOME: '/h' }, undefined, '/h/.local/state/bascule'],
    [
      'an empty value is none',
      { BASCULE_HOME: '', XDG_STATE_HOME: '', HOME: '/h' },
      '',
      '/h/.local/state/bascule',
    ],
    [
      'a relative XDG folder is invalid',
      { XDG_STATE_HOME: 'x', HOME: '/h' },
      undefined,
      '/h/.local/state/bascule',
    ],
    [
      'a relative --home counts from here',
      { HOME: '/h' },
      'runs-of-today',
      `${process.cwd()}/runs-of-today`,
    ],
  ])('%s', (_, env, flag, home) => {
    expect(storeHome(env, flag)).toBe(home);
  });
});
