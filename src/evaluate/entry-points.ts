/** Routes and operations together: all that a client can ask for. */
import type { Program, Route } from '../contracts/program.js';

const memo = new WeakMap<Program, readonly Route[]>();

/** Every HTTP route, then every operation behind them. */
export function entryPoints(program: Program): readonly Route[] {
  let known = memo.get(program);
  if (known === undefined) memo.set(program, (known = [...program.routes, ...program.operations.all]));
  return known;
}

const VERBS: Readonly<Record<string, string>> = { QUERY: 'GET', SUBSCRIPTION: 'GET', MUTATION: 'POST' };

/** Is it an operation, asked for by its name? */
export function isOperation({ method }: Route): boolean {
  return VERBS[method] !== undefined;
}

/** The HTTP method; of an operation the one that stands for the same: GET where it reads, POST where it changes something. */
export function verbOf({ method }: Route): string {
  return VERBS[method] ?? method;
}
