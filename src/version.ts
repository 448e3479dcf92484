import { createRequire } from 'node:module';

/** The version in our package.json, which we ask for by the name of the package: where this file stands depends on how it was built. */
export function ownVersion(): string {
  const manifest = createRequire(import.meta.url)('shipworthy/package.json') as { version: string };
  return manifest.version;
}
