/**
 * Where extracted facts are kept between audits. What a cache says is believed without looking at the code again, so it must not come
 * with the code: a checkout could bring facts that make it look harmless. Hence it lies in the user's own folder for caches; inside of the audited directory only
 * where the user says so, and git says that the checkout has brought nothing there. For the same reason no configuration file names it.
 */
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { FactsCache } from '../cache/index.js';
import { UserError } from '../contracts/errors.js';
import { bringsNothing } from '../discover/index.js';
import { extractorVersion } from './extractor-version.js';

export interface CacheFlags {
  cache: boolean;
  cacheDir?: string;
}

/**
 * @param directory that is audited
 * @returns null without one
 * @throws UserError `cache-in-project` for a folder that the audited directory may have brought
 */
export function factsCache(directory: string, flags: CacheFlags): FactsCache | null {
  const folder = cacheFolder(directory, flags, process.env, process.platform);
  return folder === null ? null : new FactsCache(folder, extractorVersion());
}

/** Absolute. */
export function cacheFolder(directory: string, { cache, cacheDir }: CacheFlags, environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  if (!cache) return null;
  const own = cacheDir === undefined ? folderOfUser(environment, platform) : resolve(cacheDir);
  if (own === null) return null;
  const [root, folder] = [realPath(resolve(directory)), realPath(own)];
  const inside = relative(root, folder);
  if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) return folder;
  if (cacheDir === undefined) return null;
  if (inside !== '' && bringsNothing(root, inside.split(sep).join('/'))) return folder;
  throw new UserError('cache-in-project', `the cache must not lie in ${cacheDir}, which is part of the audited directory`, { hint: 'choose a folder outside, or one that git ignores and has no files of' });
}

/** Where the platform wants caches; null where the user has no folder. */
function folderOfUser(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  const named = environment['XDG_CACHE_HOME'] ?? (platform === 'win32' ? environment['LOCALAPPDATA'] : undefined);
  if (named !== undefined && isAbsolute(named)) return join(named, 'shipworthy');
  try {
    const home = homedir();
    if (!isAbsolute(home)) return null;
    return join(home, ...(platform === 'win32' ? ['AppData', 'Local'] : platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']), 'shipworthy');
  } catch {
    return null;
  }
}

/** Of a folder that may not be there yet: a link above it counts all the same. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
  }
}
