/** The npm package that a specifier, or the package part of an API path, names: `@scope/name` of `@scope/name/part`, `next` of `next/server`. */
export function npmPackageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
