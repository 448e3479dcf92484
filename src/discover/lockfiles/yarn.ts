/**
 * `yarn.lock` of Yarn 1 (own format) and of Yarn 2-4 (YAML). Both write an entry as a line of descriptors (`"pg@^8.0.0", pg@^8.1.0:`,
 * `"pg@npm:^8.0.0":`) followed by an indented `version`, so one scan reads both without parsing megabytes of YAML.
 */
import type { LockedVersions } from './index.js';

export function parseYarnLock(text: string): LockedVersions {
  const versions = new Map<string, string>();
  let descriptors: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^["@\w]/.test(line) && line.endsWith(':')) descriptors = readDescriptors(line.slice(0, -1));
    const version = /^ {2}version:? "?([^"\s]+)"?$/.exec(line)?.[1];
    if (version === undefined || version === '0.0.0-use.local') continue;
    for (const descriptor of descriptors) versions.set(descriptor, version);
  }
  return (_directory, name, range) => ({ version: versions.get(`${name}@${range}`) ?? versions.get(`${name}@npm:${range}`) ?? null, deprecated: null });
}

/** `"a@^1, a@^2"`, as Yarn 2-4 writes it, and `a@^1, "a@>=2 <3"` as Yarn 1 does. */
function readDescriptors(header: string): string[] {
  return header.split(/,\s*/).map((descriptor) => descriptor.replaceAll('"', '').trim());
}
