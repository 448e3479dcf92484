/** `package-lock.json` of npm 5-11, lockfileVersion 1-3. https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json */
import { isRecord, stringOrNull } from '../manifest.js';
import { NOT_LOCKED } from './index.js';
import type { Locked, LockedVersions } from './index.js';

export function parseNpmLock(text: string): LockedVersions {
  const lock: unknown = JSON.parse(text);
  const packages = isRecord(lock) && isRecord(lock['packages']) ? lock['packages'] : null;
  const dependencies = isRecord(lock) && isRecord(lock['dependencies']) ? lock['dependencies'] : {};
  return (directory, name) => {
    if (packages === null) return lockedBy(dependencies[name]);
    // As Node.js looks a package up: in the package's own node_modules, then in those above.
    const segments = directory === '' ? [] : directory.split('/');
    for (let depth = segments.length; depth >= 0; depth--) {
      const entry = packages[[...segments.slice(0, depth), 'node_modules', name].join('/')];
      if (entry !== undefined) return lockedBy(entry);
    }
    return NOT_LOCKED;
  };
}

/** A workspace package is a link, without version. */
function lockedBy(entry: unknown): Locked {
  return isRecord(entry) ? { version: stringOrNull(entry['version']), deprecated: stringOrNull(entry['deprecated']) } : NOT_LOCKED;
}
