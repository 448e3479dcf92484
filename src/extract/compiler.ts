/**
 * The TypeScript compiler that ts-morph brings along, without ts-morph around it: only the parser is used. Types stay those of ts-morph's `ts`.
 *
 * `import { ts } from 'ts-morph'` costs twice the time, because Node.js searches all of the 12 MB for the names they export before it
 * runs them (Node 20.20, processor time: 0.57 s, with `require` 0.36 s, the compiler alone 0.28 s).
 */
import { createRequire } from 'node:module';
import type { ts } from 'ts-morph';

const COMPILER = '@ts-morph/common/dist/typescript.js';

export const compiler: typeof ts = load();

/** The place of the file inside ts-morph's own dependency is not promised; the other way is. */
function load(): typeof ts {
  const require = createRequire(import.meta.url);
  try {
    // Installed where ts-morph can see it, and not always where we can.
    return createRequire(require.resolve('ts-morph'))(COMPILER) as typeof ts;
  } catch (error) {
    if (!['MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return (require('ts-morph') as typeof import('ts-morph')).ts;
  }
}
