/** Which parser decides what facts there are, without loading it: facts of two parsers are not the same. */
import { createRequire } from 'node:module';

/** Version of the package that holds the compiler, or of the one that brings it where it cannot be seen. */
export function parserVersion(): string {
  const require = createRequire(import.meta.url);
  const own = (require('ts-morph/package.json') as { version: string }).version;
  try {
    return (createRequire(require.resolve('ts-morph'))('@ts-morph/common/package.json') as { version: string }).version;
  } catch (error) {
    if (!['MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return own;
  }
}
