/** `route.chosen-paths`: is a middleware put on some paths only? */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { answerOf } from '../../answer.js';
import type { Predicate } from '../index.js';

/** A path that stands for all of an application, or all of its interface. */
const WHOLE = /^\/?(?:api\/?)?(?:\*\w*|\(\.\*\)|\{\*\w+\}|\*\*)?$/;
/** One that stands for all even where a single route has it. */
const ANY = /^\/?(?:\*\w*|\(\.\*\)|\{\*\w+\}|\*\*)$/;
/** Roles of calls that put handlers on paths. */
const REGISTERING: ReadonlySet<string> = new Set(['http.route', 'http.middleware.use', 'http.middleware.global']);

/** Does the site stand among the handlers of one route, or of middleware with a path of its own? */
export const chosenPaths: Predicate = (site, _operand, { program }) => answerOf(site.value !== null && pathsAt(site.value, program) !== null);

/** How the call registers that the value is handed to, when it names paths that are not all there are; `path` is null where it is no constant. */
export function pathsAround(value: ValueRef, program: Program): Registered | null {
  return pathsAt(value, program) ?? pathsOfHolder(value, program, 0) ?? pathsOfCallers(value, program);
}

interface Registered {
  isRoute: boolean;
  paths: (string | null)[];
}

const MAX_WRAPPERS = 3;

/** `const open = cors(…)`: every use of a variable that holds nothing else, also where a call makes one middleware of several. */
function pathsOfHolder({ file, id }: ValueRef, program: Program, depth: number): Registered | null {
  const holders = file.facts.bindings.filter((binding) => binding.writes.some((write) => write.value === id));
  const [holder] = holders;
  if (holders.length !== 1 || holder!.writes.length !== 1 || holder!.uses.length === 0 || isExported(file, file.facts.bindings.indexOf(holder!))) return null;
  const each = holder!.uses.map((use) => pathsAt({ file, id: use }, program) ?? (depth < MAX_WRAPPERS ? pathsOfWrapper({ file, id: use }, program, depth) : null));
  const known = each.filter((found) => found !== null);
  return known.length < each.length ? null : { isRoute: known.every((found) => found.isRoute), paths: known.flatMap((found) => found.paths) };
}

/** `const policy = (methods) => cors({ … })`: where what the function gives is put. */
function pathsOfCallers({ file, id }: ValueRef, program: Program): Registered | null {
  const around = file.functionAt(file.facts.values[id]!.start);
  if (around === 0 || !file.facts.functions[around]!.returns.includes(id)) return null;
  const each = program.callersOf({ file, id: around }).map((call) => pathsAt(call, program));
  const known = each.filter((found) => found !== null);
  return known.length === 0 || known.length < each.length ? null : { isRoute: known.every((found) => found.isRoute), paths: known.flatMap((found) => found.paths) };
}

/** `const preflight = combine([headers, end])`: where the combined one is put. */
function pathsOfWrapper({ file, id }: ValueRef, program: Program, depth: number): Registered | null {
  let wrapper = file.parentOf(id);
  if (wrapper >= 0 && file.facts.values[wrapper]!.kind === 'array') wrapper = file.parentOf(wrapper);
  const fact = wrapper < 0 ? undefined : file.facts.values[wrapper];
  if (fact?.kind !== 'call' || fact.callee === id) return null;
  const call = { file, id: wrapper };
  return pathsAt(call, program) ?? pathsOfHolder(call, program, depth + 1);
}

function isExported(file: ValueRef['file'], binding: number): boolean {
  return file.facts.exports.some((each) => 'binding' in each && each.binding === binding);
}

function pathsAt({ file, id }: ValueRef, program: Program): Registered | null {
  const around = { file, id: file.parentOf(id) };
  if (around.id < 0) return null;
  for (const each of program.rolesAt(around)) {
    if (!REGISTERING.has(each.role)) continue;
    const isRoute = each.role === 'http.route';
    // Where the path may be left out, the first handler stands in its place.
    const given = program.argumentList(each, 'path').filter((path) => path.file !== file || path.id !== id);
    const paths = given.flatMap((path) => pathsIn(path, program));
    if (paths.length > 0 && paths.every((path) => path === null || !(isRoute ? ANY : WHOLE).test(path))) return { isRoute, paths };
  }
  return byName(around, id, program);
}

/** One path, or a list of them. */
function pathsIn({ file, id }: ValueRef, program: Program): (string | null)[] {
  const fact = file.facts.values[id]!;
  const each = fact.kind === 'array' ? fact.elements : [id];
  return each.flatMap((path) => (program.constants({ file, id: path }) ?? [null]).map((constant) => (typeof constant === 'string' ? constant : null)));
}

/** `application.use(path, handler)` where the application is handed out by a framework that puts it on another one. */
function byName(call: ValueRef, handler: number, program: Program): Registered | null {
  const fact = program.fact(call);
  const callee = fact.kind === 'call' ? program.fact({ file: call.file, id: fact.callee }) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'use' || fact.args.indexOf(handler) < 1) return null;
  const paths = pathsIn({ file: call.file, id: fact.args[0]! }, program);
  return paths.some((path) => path !== null && WHOLE.test(path)) ? null : { isRoute: false, paths };
}
