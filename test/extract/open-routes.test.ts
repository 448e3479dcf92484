import { describe, expect, it } from 'vitest';
import { extractSource } from '../../src/extract/extract-source.js';

const linesOf = (text: string) => {
  const { saidOpen = [], lineStarts } = extractSource('a.ts', text);
  return saidOpen.map((at) => lineStarts.findLastIndex((start) => start <= at) + 1);
};

describe('comments that say that code is for everybody', () => {
  it('finds the code below a block or lines, whatever says it', () => {
    expect(linesOf('// @route GET api/x\n// @access   Public\nrouter.get("/x", x);\n')).toEqual([3]);
    expect(linesOf('/**\n * @desc all\n * @access  Public\n */\nexport const all = async () => {};\n')).toEqual([5]);
    expect(linesOf('  /* Public endpoint */\n  app.get("/x", x);\n')).toEqual([2]);
    expect(linesOf('// List of things (public)\napp.get("/x", x);\n// no authentication required\napp.get("/y", y);\n')).toEqual([2, 4]);
  });

  it('leaves out what says something else, and what stands apart from code', () => {
    expect(linesOf('// @access   Private\nrouter.get("/x", x);\n')).toEqual([]);
    expect(linesOf('// Public holidays are kept by year\nrouter.get("/x", x);\n')).toEqual([]);
    expect(linesOf('// @access Public\n\nrouter.get("/x", x);\n')).toEqual([]);
    expect(linesOf('const text = "// @access Public";\nrouter.get("/x", x);\n')).toEqual([]);
  });
});
