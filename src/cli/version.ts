import { readFileSync } from 'node:fs';

/** The version in our package.json, which stands two directories above this file in the source tree and in the package. */
export function ownVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}
