import { describe, expect, it } from 'vitest';
import { outputsOf } from '../../src/cli/outputs.js';

describe('outputsOf', () => {
  it.each<[string[], string | undefined, ReturnType<typeof outputsOf>]>([
    [[], undefined, [{ format: 'terminal', file: null }]],
    [['json'], undefined, [{ format: 'json', file: null }]],
    [['json'], 'a.txt', [{ format: 'json', file: 'a.txt' }]],
    [[], 'a.sarif', [{ format: 'sarif', file: 'a.sarif' }]],
    [[], 'GAPS.MD', [{ format: 'markdown', file: 'GAPS.MD' }]],
    [[], 'report', [{ format: 'terminal', file: 'report' }]],
    [['json=a=b.json', 'terminal'], undefined, [{ format: 'json', file: 'a=b.json' }, { format: 'terminal', file: null }]],
  ])('%j to %s', (format, output, expected) => {
    expect(outputsOf({ format, output })).toEqual(expected);
  });
});
