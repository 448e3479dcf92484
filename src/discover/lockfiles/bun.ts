/** `bun.lock`, the text lock file of Bun 1.2 and newer: JSON with trailing commas. `packages` maps a name to `["name@version", …]`. https://bun.com/docs/pm/lockfile */
import { parseJsonText } from '../json-text.js';
import { isRecord, stringOrNull } from '../manifest.js';
import type { LockedVersions } from './index.js';

export function parseBunLock(text: string): LockedVersions {
  const parsed = parseJsonText(text);
  const lock = 'document' in parsed && isRecord(parsed.document.value) ? parsed.document.value : {};
  const packages = isRecord(lock['packages']) ? lock['packages'] : {};
  const workspaces = isRecord(lock['workspaces']) ? lock['workspaces'] : {};
  return (directory, name) => {
    const workspace = workspaces[directory];
    const workspaceName = isRecord(workspace) ? stringOrNull(workspace['name']) : null;
    // A version of its own for one workspace package stands under `<workspace>/<name>`.
    const entry = (workspaceName === null ? undefined : packages[`${workspaceName}/${name}`]) ?? packages[name];
    const resolved: unknown = Array.isArray(entry) ? entry[0] : undefined;
    return { version: typeof resolved === 'string' ? (/@(\d+\.\d+\.\d+[^@]*)$/.exec(resolved)?.[1] ?? null) : null, deprecated: null };
  };
}
