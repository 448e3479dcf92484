/** API paths as models write them, made fully qualified. The table of what they mean is in `docs/rule-language.md`. */

/** `pkg:`, `@scope/pkg:`, `pkg/subpath:` at the start of a path. */
const QUALIFIED = /^((?:@[\w.~-]+\/)?[\w.~-]+(?:\/[\w.~-]+)*):(.*)$/;
const WELL_FORMED = /^[\w$*.@/~\-#()]+$/;
const SEGMENT = /^(?:[\w$*@~\-/]+)?(?:\(\))*$/;

/** `node:fs` and `fs` are one package. */
export function packageName(name: string): string {
  return name.startsWith('node:') ? name.slice('node:'.length) : name;
}

/** True when the path names its package itself, so that it does not stand for the model's own. */
export function isQualified(written: string): boolean {
  return QUALIFIED.test(packageName(written));
}

/**
 * `Pool#query` in the model of `pg` → `pg:Pool#query`; `default()#get` in that of `express` → `express()#get`;
 * `default.create` in that of `axios` → `axios:create`; `other:Name` → itself.
 *
 * @throws Error, with the reason as message, when the path is malformed.
 */
export function qualifiedPath(written: string, modelPackage: string): string {
  const match = QUALIFIED.exec(packageName(written));
  const owner = match ? match[1]! : packageName(modelPackage);
  const path = match ? match[2]! : written;
  if (path === '' || !WELL_FORMED.test(path)) throw new Error(`"${written}" is no API path`);
  if (path.startsWith('#') || path.startsWith('.')) throw new Error(`"${written}" begins with a separator; the default export is written default, so that this is default${path}`);
  // A trailing # means the instance itself.
  for (const segment of path.replace(/#$/, '').split(/[#.]/)) {
    if (!SEGMENT.test(segment) || segment === '') throw new Error(`"${written}" is no API path: "${segment}" is no member name`);
  }
  return joined(owner, path);
}

/** The default export is the package itself: its instances, results and members hang directly on the package's name. */
function joined(owner: string, path: string): string {
  if (path === 'default') return owner;
  const rest = /^default([.#(].*)$/.exec(path)?.[1];
  if (rest === undefined) return `${owner}:${path}`;
  return rest.startsWith('.') ? `${owner}:${rest.slice(1)}` : `${owner}${rest}`;
}
