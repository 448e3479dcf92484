import { describe, expect, it } from 'vitest';
import { colourLevel } from '../../src/cli/colour.js';

describe('colourLevel', () => {
  it.each<[string, boolean | undefined, NodeJS.ProcessEnv, boolean, number]>([
    ['a terminal', undefined, { TERM: 'xterm-256color' }, true, 2],
    ['a terminal of all colours', undefined, { COLORTERM: 'truecolor' }, true, 3],
    ['a pipe', undefined, { TERM: 'xterm-256color' }, false, 0],
    ['--color into a pipe', true, {}, false, 1],
    ['--color against NO_COLOR', true, { NO_COLOR: '1' }, false, 1],
    ['--no-color against FORCE_COLOR', false, { FORCE_COLOR: '3' }, true, 0],
    ['FORCE_COLOR against NO_COLOR', undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, 1],
    ['FORCE_COLOR=0', undefined, { FORCE_COLOR: '0' }, true, 0],
    ['FORCE_COLOR, empty', undefined, { FORCE_COLOR: '' }, false, 1],
    ['FORCE_COLOR=3', undefined, { FORCE_COLOR: '3' }, false, 3],
    ['NO_COLOR', undefined, { NO_COLOR: '1' }, true, 0],
    ['NO_COLOR, empty', undefined, { NO_COLOR: '', TERM: 'xterm' }, true, 1],
    ['TERM=dumb', undefined, { TERM: 'dumb' }, true, 0],
    ['GitHub Actions', undefined, { GITHUB_ACTIONS: 'true' }, false, 3],
    ['NO_COLOR in GitHub Actions', undefined, { GITHUB_ACTIONS: 'true', NO_COLOR: '1' }, false, 0],
  ])('%s', (_what, flag, environment, isTerminal, expected) => {
    expect(colourLevel(flag, environment, isTerminal)).toBe(expected);
  });
});
