/** Packages and files in which at least one route asks who calls. */
import type { Program } from '../../contracts/program.js';
import { guardOf } from './guards.js';

export interface GuardedPlaces {
  /** Directories of packages. */
  readonly packages: ReadonlySet<string>;
  /** Paths of files in which such a route is registered. */
  readonly files: ReadonlySet<string>;
}

const memo = new WeakMap<Program, GuardedPlaces>();

export function guardedPlaces(program: Program): GuardedPlaces {
  let found = memo.get(program);
  if (found === undefined) {
    const files = program.routes.filter((route) => guardOf(route, program).truth === 'yes').map(({ value }) => value.file);
    memo.set(program, (found = { packages: new Set(files.map((file) => file.package.directory)), files: new Set(files.map((file) => file.facts.path)) }));
  }
  return found;
}
