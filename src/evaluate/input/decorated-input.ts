/** Parameters that a decorator fills with input, and the pipes that check them: `@Body() dto: CreateOrder`. */
import type { ParameterFact } from '../../contracts/facts.js';
import type { ClassRef, FunctionRef, Program, RoleSite, Route, ValueRef } from '../../contracts/program.js';
import { functionsOfEntity, reachedFunctions, usesInFunctions } from '../reach/reach.js';
import { INPUT_ROLES, partOf } from './input-uses.js';
import type { InputPart } from './input-uses.js';

export interface DecoratedInput {
  part: InputPart;
  path: readonly string[];
  parameter: ParameterFact;
  /** Does a pipe check it? `unknown` where its type or the pipes could not be followed. */
  checked: 'yes' | 'no' | 'unknown';
  at: ValueRef;
}

/** Nothing comes through these that was not there before. */
const NO_CHECK = /^(?:DefaultValuePipe|TrimPipe)$/;
const MAX_DEPTH = 6;
/** What checks a field of a class. */
const FIELD_CHECKS = ['schema.type', 'schema.class.nested'];
/** Decorators of the program's own that are made of others: `StringField()` of `applyDecorators(IsString(), …)`. */
const COMPOSED_DEPTH = 3;

export function decoratedInput(route: Route, handler: FunctionRef, program: Program): DecoratedInput[] {
  const { file } = handler;
  return program.functionFact(handler).parameters.flatMap((parameter) =>
    parameter.decorators.flatMap((id) => {
      const at = { file, id };
      const site = program.rolesAt(at).find((each) => INPUT_ROLES.includes(each.role));
      if (site === undefined) return [];
      const call = program.fact(at);
      const args = call.kind === 'call' ? call.args.map((argument) => ({ file, id: argument })) : [];
      const name = args[0] === undefined ? null : (program.constants(args[0])?.[0] ?? null);
      const pipes = name === null ? args : args.slice(1);
      return [{ part: partOf(site), path: typeof name === 'string' ? [name] : [], parameter, checked: isBound(site, parameter) ? 'yes' : checkedBy(route, parameter, pipes, at, program), at }];
    }),
  );
}

/** The framework checks what is sent by the written type (`types: enforced`) and lets nothing through that the type does not name (`values: text`). */
function isBound({ entry }: RoleSite, { type }: ParameterFact): boolean {
  return entry.attributes['types'] === 'enforced' && entry.attributes['values'] === 'text' && type !== undefined && !/^(?:any|unknown|object)$/.test(type.name);
}

function checkedBy(route: Route, parameter: ParameterFact, pipes: readonly ValueRef[], at: ValueRef, program: Program): DecoratedInput['checked'] {
  const own = pipes.map((pipe) => byOwnPipe(pipe, program));
  if (own.includes('yes')) return 'yes';
  if (own.includes('unknown')) return 'unknown';
  const inForce = [...pipes, ...route.chain.filter((link) => link.kind === 'pipe').map((link) => link.value)];
  const isChecking = inForce.some((pipe) => isSchemaPipe(pipe, program)) || route.chain.some((link) => link.roles.includes('schema.pipe')) || isCheckedEverywhere(at, program);
  if (!isChecking) return inForce.some((pipe) => byOwnPipe(pipe, program) !== 'no') ? 'unknown' : 'no';
  return typeChecks(parameter, at, program);
}

/** A library's pipe that checks by the parameter's class, or one of the program whose `transform` does: `validate(plainToInstance(metatype, value))`. */
function isSchemaPipe(pipe: ValueRef, program: Program): boolean {
  if ([pipe, ...program.sourcesOf(pipe)].some((value) => program.rolesAt(value).some((site) => site.role === 'schema.pipe'))) return true;
  return usesInFunctions(program, functionsOfPipe(pipe, program), ['schema.class.check']).length > 0;
}

function functionsOfPipe(pipe: ValueRef, program: Program): FunctionRef[] {
  return program.resolve(pipe).flatMap((entity) => functionsOfEntity(program, entity));
}

/** A pipe for the whole application, of the same package. */
function isCheckedEverywhere(at: ValueRef, program: Program): boolean {
  return ['http.chain.global', 'http.chain.provider'].some((role) =>
    program.sitesOf(role).some((site) => site.value.file.package.directory === at.file.package.directory && program.argumentList(site, 'handlers').some((handler) => isSchemaPipe(handler, program))),
  );
}

/** `ParseIntPipe`, `new SchemaPipe(schema)`, a class of the program whose `transform` checks or throws; not what checks by the parameter's class. */
function byOwnPipe(pipe: ValueRef, program: Program): DecoratedInput['checked'] {
  const fact = program.fact(pipe);
  if (fact.kind === 'object' || fact.kind === 'literal') return 'no';
  if (isSchemaPipe(pipe, program)) return 'no';
  const name = program.describe(pipe).replace(/^new /, '').replace(/\(.*$/s, '');
  if (NO_CHECK.test(name)) return 'no';
  if (program.rolesAt(pipe).some((site) => site.role === 'sanitize.all') || /^Parse\w+Pipe$/.test(name)) return 'yes';
  const functions = functionsOfPipe(pipe, program);
  if (usesInFunctions(program, functions, ['schema.parse', 'http.exception']).length > 0) return 'yes';
  return functions.some((ref) => program.functionFact(ref).throws.length > 0) ? 'yes' : 'unknown';
}

/** A pipe checks what the parameter's class says about its fields; of a plain type it checks nothing. */
function typeChecks({ type, value }: ParameterFact, at: ValueRef, program: Program): DecoratedInput['checked'] {
  const names = type === undefined ? [] : type.name === '|' ? (type.args ?? []).map((each) => each.name) : [type.name];
  const known = names.filter((name) => name !== 'undefined' && name !== 'null');
  if (known.some((name) => name === 'number' || name === 'boolean')) return 'yes';
  if (known.length !== 1 || !/^[A-Z][\w.]*$/.test(known[0]!)) return 'no';
  const classes = program.resolve({ file: at.file, id: value }).flatMap((entity) => (entity.kind === 'instance' ? [entity.ref] : []));
  if (classes.some((ref) => hasChecks(ref, program, 0))) return 'yes';
  // Of a class without fields nothing is known: pipes may take everything away, or nothing.
  if (classes.length > 0) return classes.every((ref) => saysNothing(ref, program)) ? 'unknown' : 'no';
  // An interface is gone when the program runs.
  return declaredTypes(program).has(known[0]!) ? 'no' : 'unknown';
}

const types = new WeakMap<Program, ReadonlySet<string>>();

/** Names of the interfaces and type aliases of the program. */
function declaredTypes(program: Program): ReadonlySet<string> {
  let known = types.get(program);
  if (known === undefined) types.set(program, (known = new Set([...program.files.values()].flatMap((file) => file.facts.types.filter((type) => type.kind !== 'enum').map((type) => type.name)))));
  return known;
}

function saysNothing(ref: ClassRef, program: Program): boolean {
  const { members, superClass } = program.classFact(ref);
  return superClass < 0 && members.every((member) => member.kind !== 'property' || member.isStatic);
}

function hasChecks(ref: ClassRef, program: Program, depth: number): boolean {
  const fact = program.classFact(ref);
  const decorators = fact.members.flatMap((member) => member.decorators).map((id) => ({ file: ref.file, id }));
  if (decorators.some((value) => program.rolesAt(value).some((site: RoleSite) => FIELD_CHECKS.includes(site.role)))) return true;
  if (usesInFunctions(program, reachedFunctions(program, decorators.flatMap((value) => program.callees(value)), COMPOSED_DEPTH), FIELD_CHECKS).length > 0) return true;
  if (fact.superClass < 0 || depth > MAX_DEPTH) return false;
  const superClass = { file: ref.file, id: fact.superClass };
  if (program.rolesAt(superClass).some((site) => site.role === 'schema.class.of-schema')) return true;
  const derived = program.rolesAt(superClass).filter((site) => site.role === 'schema.class.derive').flatMap((site) => program.argumentList(site, 'classes'));
  return [superClass, ...derived].some((value) => program.resolve(value).some((entity) => entity.kind === 'class' && hasChecks(entity.ref, program, depth + 1)));
}
