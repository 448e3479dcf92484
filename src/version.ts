import { createRequire } from 'node:module';

/** The version in our package.json, which stands one directory above this file in the source tree and in the package. */
export function ownVersion(): string {
  const manifest = createRequire(import.meta.url)('../package.json') as { version: string };
  return manifest.version;
}
