/** How a framework finds routes by their files. */

/** An export of a file that answers requests. */
export interface Answer {
  /** The export's name; `actions.*` for every property of the object that is exported so. */
  name: string;
  method: string;
  /** With `:name` for what is dynamic; an unknown part (`paths.ts`) where it cannot be told. */
  path: string;
}

export interface FileConvention {
  framework: string;
  /** A package that depends on one of these uses the framework; a name that ends with `/` stands for all of that scope. */
  packages: readonly string[];
  /**
   * What the file answers.
   * @param path inside the package, without extension
   */
  answersOf(path: string): readonly Answer[];
  /** The exports of the file, the first that is there, that the framework runs before its routes, and below which path; null for most files. */
  middlewareIn(path: string): { names: readonly string[]; below: string } | null;
  /** Middleware that stands in the modules of routes themselves, by the export's name: which of them runs is not told by the path alone. */
  ownMiddleware?: string;
  /** What a server of the program's own is given that answers these routes: what such a server does before is not read. */
  adapters?: { packages: readonly string[]; names: readonly string[] };
  /** A module that says which file stands for which path; where it imports nothing but this, no plug-in that reads file names is asked. */
  placedBy?: { file: string; imports: readonly string[] };
  /** What the framework does before every route unless its settings say otherwise, by role. */
  byDefault?: readonly string[];
  /** An export that says whether the file is answered when the program is built instead; `byDefault`: what holds without it. */
  prerendered?: { name: string; byDefault: boolean };
}

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** `[id]` → `:id`, `[...rest]` and `[[...rest]]` → `:rest*`; with a matcher (`[id=integer]`) without it. */
export function bracketed(segment: string): string {
  const whole = /^\[{1,2}(\.{3})?([^[\]=]*)(?:=[^\]]*)?\]{1,2}$/.exec(segment);
  if (whole !== null) return `:${whole[2] === '' ? 'rest' : whole[2]!}${whole[1] === undefined ? '' : '*'}`;
  return segment.replace(/\[{1,2}(\.{3})?([^[\]=]+)(?:=[^\]]*)?\]{1,2}/g, ':$2');
}

/** The names of the folders, and of the file, on a path: `a/b//c` has three. */
export function segmentsOn(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** Folders in parentheses group files and are no part of the path. */
export function isGroup(segment: string): boolean {
  return /^\(.*\)$/.test(segment);
}
