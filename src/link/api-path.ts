/**
 * API paths: the name of a library thing by the way that leads to it, e.g. `pg:Pool#query` or `axios:create()#get`.
 * The grammar is told in `docs/rule-language.md`; here paths are only put together and taken apart.
 */

/** Node's built-in modules are one package with and without the `node:` prefix; a colon in a scope (`@ioc:Adonis/Core/Route`) would end the package's name. */
export function packagePath(specifier: string): string {
  if (specifier.startsWith('@')) return specifier.replace(':', '/');
  return specifier.startsWith('node:') ? specifier.slice('node:'.length) : specifier;
}

/** The path of a member. `default` of a package is the package itself, as bundlers and Node's interoperation see it. */
export function memberPath(path: string, name: string): string {
  if (path.endsWith('#')) return `${path}${name}`;
  const head = path.slice(packageLength(path));
  if (head === '') return name === 'default' ? path : `${path}:${name}`;
  if (head.includes('#') || head.includes('()')) return `${path}#${name}`;
  if (head.startsWith(':default') && name === 'default') return path;
  return `${path}.${name}`;
}

/** Stands in a path for any element of a list, or any part of a stream: `Request#files#@element`. */
export const ELEMENT_NAME = '@element';

export function callPath(path: string): string {
  return `${path.endsWith('#') ? path.slice(0, -1) : path}()`;
}

export function instancePath(path: string): string {
  return path.endsWith('#') ? path : `${path}#`;
}

/** The package part: `@prisma/client` of `@prisma/client:PrismaClient#user`. */
export function packageOf(path: string): string {
  return path.slice(0, packageLength(path));
}

/** The last name in the path: `query` of `pg:Pool#query`, `pg` of `pg`, `create` of `axios:create()`. */
export function lastNameOf(path: string): string {
  const start = packageLength(path);
  let end = path.length;
  for (;;) {
    if (path.endsWith('#', end)) end -= 1;
    else if (path.endsWith('()', end)) end -= 2;
    else break;
  }
  let from = end;
  while (from > start && !SEPARATORS.includes(path[from - 1]!)) from -= 1;
  return from < end ? path.slice(from, end) : path.slice(0, start);
}

const SEPARATORS = ':#.()';

/**
 * The word by which a use of the path is found in source text: its last name, or for a path that ends in any name the one before
 * with `.*` behind it (`env.*` for `global:process.env.*`).
 */
export function searchName(path: string): string {
  const last = lastNameOf(path);
  if (last !== '*') return last;
  return `${lastNameOf(path.replace(/[:#.]\*(?:\(\)|#)*$/, ''))}.*`;
}

function packageLength(path: string): number {
  // Only `:`, `#` and `()` end a package name; a dot is part of it (`socket.io`).
  for (let index = 0; index < path.length; index += 1) {
    const character = path[index];
    if (character === ':' || character === '#' || character === '(') return index;
  }
  return path.length;
}
