/** Routes that a guard lets through by a mark on them: `@Public()`, read by the guard's own code from the metadata. */
import type { ChainLink, FunctionRef, Program, Route, ValueRef } from '../../contracts/program.js';
import { splitWords } from '../names/name-words.js';
import { functionsOfEntity } from '../reach/reach.js';
import { reachedWhenWell } from './reach.js';
import { signsOf } from './function-signs.js';
import { calledName } from '../../contracts/written-name.js';

/** What such marks are called. One that demands something (`roles`) exempts from nothing. */
const OPENS: ReadonlySet<string> = new Set(['public', 'skip', 'anonymous', 'anybody', 'anyone', 'allow', 'optional', 'open', 'bypass', 'noauth', 'no', 'unauthenticated', 'unguarded', 'unprotected', 'ignore', 'disable', 'exempt', 'guest', 'isPublic', 'without']);
const MAXIMUM_DEPTH = 3;

/** Does the link let this route through by a mark that its code looks for? */
export function isExempt(link: ChainLink, route: Route, program: Program): boolean {
  if (link.kind !== 'guard' || route.handler === null) return false;
  const asked = keysAsked(link, program);
  return asked.length > 0 && marksOf(route.handler, program).some((mark) => asked.includes(mark) && splitWords(mark).some((word) => OPENS.has(word)));
}

/** Is the route marked as open for everybody? */
export function isMarkedOpen(route: Route, program: Program): boolean {
  return route.chain.some((link) => isExempt(link, route, program));
}

/** What decorators are called that say no more than that everybody may call. */
const SAYS_OPEN = /^(?:is)?(?:Public|PublicRoute|PublicEndpoint|AllowAnonymous|Anonymous|SkipAuth|NoAuth|Unauthenticated|Unprotected)$/i;

/** Does a decorator of the handler or its class say by its name that the route is for everybody, whoever reads it? */
export function isCalledOpen(route: Route): boolean {
  if (route.handler === null) return false;
  return decoratorsOf(route.handler).some(({ file, id }) => SAYS_OPEN.test(calledName(file, id) ?? ''));
}

const asked = new WeakMap<ChainLink, readonly string[]>();

/** Keys of metadata that a guard reads: `reflector.getAllAndOverride(IS_PUBLIC_KEY, […])`. */
function keysAsked(link: ChainLink, program: Program): readonly string[] {
  const known = asked.get(link);
  if (known !== undefined) return known;
  const functions = link.entities.flatMap((entity) => functionsOfEntity(program, entity));
  const keys = reachedWhenWell(program, functions, 2).flatMap(({ ref }) =>
    signsOf(ref).calls.flatMap((id) => {
      if (!/^(?:get|getAllAndOverride|getAllAndMerge|getMetadata)$/.test(calledName(ref.file, id) ?? '')) return [];
      const fact = ref.file.facts.values[id]!;
      return fact.kind === 'call' && fact.args[0] !== undefined ? keysAt({ file: ref.file, id: fact.args[0] }, program) : [];
    }),
  );
  asked.set(link, keys);
  return keys;
}

function keysAt(value: ValueRef, program: Program): string[] {
  const constants = program.constants(value);
  return constants === null ? [program.describe(value)] : constants.filter((each) => typeof each === 'string');
}

/** Keys that decorators of the handler and of its class set: `SetMetadata('isPublic', true)`, in place or in a function of the program. */
function marksOf(handler: FunctionRef, program: Program): string[] {
  return decoratorsOf(handler).flatMap((decorator) => keysSet(decorator, program, 0));
}

/** Decorators of the handler and of its class that tell a guard of the route something: `@Roles('admin')`, whose key the guard's own code reads. */
export function decoratorsRead(route: Route, program: Program): ValueRef[] {
  const asked = new Set(route.chain.filter(({ kind }) => kind === 'guard').flatMap((link) => keysAsked(link, program)));
  if (route.handler === null || asked.size === 0) return [];
  return decoratorsOf(route.handler).filter((decorator) => keysSet(decorator, program, 0).some((key) => asked.has(key)));
}

function decoratorsOf({ file, id }: FunctionRef): ValueRef[] {
  const handler = file.facts.functions[id]!;
  const onClass = handler.class < 0 ? [] : file.facts.classes[handler.class]!.decorators;
  const onMember = handler.class < 0 ? [] : file.facts.classes[handler.class]!.members.flatMap((member) => (member.function === id ? member.decorators : []));
  return [...new Set([...onMember, ...handler.decorators, ...onClass])].map((decorator) => ({ file, id: decorator }));
}

function keysSet(decorator: ValueRef, program: Program, depth: number): string[] {
  const fact = program.fact(decorator);
  if (depth > MAXIMUM_DEPTH) return [];
  if (fact.kind === 'call') {
    const callee: ValueRef = { file: decorator.file, id: fact.callee };
    const setsOne = program.apiPaths(callee).some((path) => path.endsWith(':SetMetadata')) && fact.args[0] !== undefined;
    if (setsOne) return keysAt({ file: decorator.file, id: fact.args[0]! }, program);
    const inner = program.callees(decorator).flatMap(({ file, id }) => file.facts.functions[id]!.returns.map((returned): ValueRef => ({ file, id: returned })));
    return [...inner, ...fact.args.map((id): ValueRef => ({ file: decorator.file, id }))].filter((each) => program.fact(each).kind === 'call').flatMap((each) => keysSet(each, program, depth + 1));
  }
  return program.sourcesOf(decorator).filter((source) => source.id !== decorator.id || source.file !== decorator.file).flatMap((source) => keysSet(source, program, depth + 1));
}
