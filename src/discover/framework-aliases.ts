/**
 * Names of folders that a framework makes by itself. They stand in a tsconfig that it writes into the project before each build, which
 * no repository has. Read from @sveltejs/kit 2.70.4: src/core/sync/write_tsconfig.js ($lib); nuxt.com/docs/api/nuxt-config (4, and 3 with
 * another source folder): alias (~ and @ for the source folder, ~~ and @@ for the root, #shared, #server).
 */
import type { PathMappings } from '../contracts/inventory.js';

const ALIASES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '@sveltejs/kit': { $lib: ['src/lib'], '$lib/*': ['src/lib/*'] },
  nuxt: { '~~/*': ['*'], '@@/*': ['*'], '~/*': ['app/*', 'src/*', '*'], '@/*': ['app/*', 'src/*', '*'], '#shared/*': ['shared/*'], '#server/*': ['server/*'] },
};

/** @param fields of package.json */
export function withFrameworkAliases(directory: string, fields: Readonly<Record<string, unknown>>, mappings: PathMappings | null): PathMappings | null {
  const dependencies = { ...recordOf(fields['dependencies']), ...recordOf(fields['devDependencies']) };
  const aliases = Object.entries(ALIASES).flatMap(([name, paths]) => (name in dependencies ? Object.entries(paths) : []));
  if (aliases.length === 0) return mappings;
  const made = Object.fromEntries(aliases.map(([pattern, targets]) => [pattern, targets.map((target) => (directory === '' ? target : `${directory}/${target}`))]));
  return { source: mappings?.source ?? (directory === '' ? 'package.json' : `${directory}/package.json`), baseUrl: mappings?.baseUrl ?? null, paths: { ...made, ...mappings?.paths } };
}

function recordOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
