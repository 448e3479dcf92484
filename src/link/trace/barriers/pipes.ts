/** Parameters of handlers that a pipe has checked (NestJS): `@Body() dto: CreateUser`, where a `ValidationPipe` is in force. */
import type { TypeFact } from '../../../contracts/facts.js';
import type { ChainLink, ClassRef, ValueRef } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { resolveTypeName } from '../../resolve/types.js';
import { factOf, sameValue } from '../../value-graph.js';
import { isSubject } from './aspects.js';
import type { Judge } from './conditions.js';
import { chainsAt } from './middleware.js';
import { parameterOf, provenByResult } from './own-functions.js';
import { NUMERIC, type Protection, intersection, union } from './protection.js';
import { provenByClass } from './schema-classes.js';
import { provenBySchema } from './schemas.js';

/** Parts of a request that pipes are run on. */
const PIPED: ReadonlySet<string> = new Set(['request.body', 'request.query', 'request.params']);

/**
 * What pipes prove of a parameter that a decorator fills with a part of the request, on every route that its method answers.
 *
 * @param role what the decorator gives, `request.body`
 * @param path the properties read from the parameter
 */
export function provenByPipes(link: Linking, parameter: FileValue, role: string, path: readonly string[], judge: Judge): Protection | null {
  const fact = factOf(parameter);
  if (fact.kind !== 'parameter' || !PIPED.has(role)) return null;
  const { file } = parameter;
  const declared = file.facts.functions[fact.function]?.parameters[fact.index];
  if (declared !== undefined && isCheckedByItself(link, file, declared.decorators, role)) return provenByType(link, { file, type: declared.type, role, path }, false, judge);
  const chains = chainsAt(link, { file, id: fact.function });
  if (declared === undefined || chains.length === 0) return null;
  const others = (file.facts.functions[fact.function]?.parameters ?? []).filter((each) => each !== declared).flatMap((each) => each.decorators.flatMap((id) => argumentsOf({ file, id })));
  const byChain = chains.map((chain) => {
    const pipes = chain.filter((each) => each.kind === 'pipe' && !others.some((other) => sameValue(other, each.value)));
    const piped: Piped = { file, type: declared.type, role, path };
    const inForce = pipes.some((pipe) => checksClasses(link, pipe.value) || pipe.roles.includes('schema.pipe')) ? pipes : [...pipes, ...pipesElsewhere(link, parameter)];
    if (inForce.length === 0 && !startsApplication(link, parameter)) return provenByType(link, piped, false, judge);
    return inForce.map((pipe) => provenByPipe(link, pipe, piped, judge)).reduce<Protection | null>(union, null);
  });
  return byChain.reduce(intersection);
}

/** The framework checks what the decorator gives by the parameter's class, without being told to. */
function isCheckedByItself(link: Linking, file: FileValue['file'], decorators: readonly number[], role: string): boolean {
  return decorators.some((id) => link.rolesAt({ file, id }).some((site) => site.role === role && site.entry.attributes['types'] === 'checked'));
}

function argumentsOf(decorator: FileValue): FileValue[] {
  const fact = factOf(decorator);
  return fact.kind === 'call' ? fact.args.map((argument) => sibling(decorator, argument)) : [];
}

/** Pipes for all routes of an application of the same package whose modules could not be followed as far as this controller. */
function pipesElsewhere(link: Linking, near: FileValue): Pick<ChainLink, 'value' | 'roles'>[] {
  return link.sitesOf('http.chain.global').flatMap((site) => {
    if (indexed(site.value).file.package.directory !== near.file.package.directory) return [];
    return link.argumentList(site, 'handlers').flatMap((value) => (checksClasses(link, value) ? [{ value, roles: ['schema.pipe'] }] : []));
  });
}

/** Where nobody is seen to start the application, what its classes say of their fields is believed: its start is where the pipe would be. */
function startsApplication(link: Linking, near: FileValue): boolean {
  return link.sitesOf('http.app.create').some(({ value, entry }) => entry.attributes['scoping'] === 'modules' && indexed(value).file.package.directory === near.file.package.directory);
}

/** What a pipe is made by; for a provider's factory what it returns. */
function madeBy(link: Linking, pipe: ValueRef): readonly ValueRef[] {
  return link.sourcesOf(pipe).flatMap((source) => {
    const fact = factOf(source);
    return fact.kind === 'function' ? (source.file.facts.functions[fact.function]?.returns ?? []).map((id) => sibling(source, id)) : [source];
  });
}

function checksClasses(link: Linking, value: ValueRef): boolean {
  return madeBy(link, value).some((source) => link.rolesAt(source).some((site) => site.role === 'schema.pipe'));
}

interface Piped {
  file: FileValue['file'];
  type: TypeFact | undefined;
  role: string;
  path: readonly string[];
}

function provenByPipe(link: Linking, pipe: Pick<ChainLink, 'value' | 'roles'>, piped: Piped, judge: Judge): Protection | null {
  if (!pipe.roles.includes('schema.pipe') && !checksClasses(link, pipe.value)) return provenByOwnPipe(link, indexed(pipe.value), piped.path, judge);
  const isSet = (option: string) => pipeOptions(link, pipe.value).some((options) => {
    const found = link.property(options, [option]);
    return found.kind === 'found' && found.values.every((value) => link.constants(value)?.[0] === true);
  });
  const type = withoutAbsence(piped.type);
  if (type === null) return null;
  // What stands in an address is made a number where the parameter is one.
  if (piped.path.length === 0 && (type.name === 'number' || type.name === 'boolean') && piped.role !== 'request.body') return isSet('transform') ? NUMERIC : null;
  return provenByType(link, piped, isSet('whitelist'), judge);
}

/** The class that is the parameter's type says what its fields are. */
function provenByType(link: Linking, { file, type, path }: Piped, whitelist: boolean, judge: Judge): Protection | null {
  const written = withoutAbsence(type);
  const classes = written === null ? [] : classesOf(link, file, written);
  return classes.length !== 1 ? null : provenByClass(link, classes[0]!, path, { whitelist }, judge);
}

function pipeOptions(link: Linking, pipe: ValueRef): ValueRef[] {
  return madeBy(link, pipe).flatMap((source) =>
    link.rolesAt(source).flatMap((site) => {
      const options = site.role === 'schema.pipe' ? link.argument(site, 'options') : null;
      return options === null ? [] : [options];
    }),
  );
}

/** `Dto | undefined` is the class to a decorator, any other union is none. */
function withoutAbsence(type: TypeFact | undefined): TypeFact | null {
  if (type === undefined) return null;
  if (type.name !== '|') return type;
  const arms = (type.args ?? []).filter((arm) => arm.name !== 'undefined' && arm.name !== 'null');
  return arms.length === 1 ? arms[0]! : null;
}

/** The class that is there when the program runs: not an interface, and not one of which only the type is imported. */
function classesOf(link: Linking, file: FileValue['file'], type: TypeFact): ClassRef[] {
  if ((type.args?.length ?? 0) > 0 || !/^[\w.]+$/.test(type.name)) return [];
  if (file.names.importNamed(type.name)?.typeOnly === true) return [];
  return resolveTypeName(link, file, type.name).flatMap((entity) => (entity.kind === 'class' ? [entity.ref] : []));
}

/**
 * A pipe of the program: `new SchemaPipe(schema)`, a class whose `transform` checks with the schema that the instance was made with,
 * or `SlugPipe`, whose `transform` gives back what it is given only where it is sound.
 */
function provenByOwnPipe(link: Linking, pipe: FileValue, path: readonly string[], judge: Judge): Protection | null {
  const fact = factOf(pipe);
  const schema = fact.kind === 'call' && fact.isNew ? fact.args[0] : undefined;
  for (const entity of link.resolve(pipe)) {
    if (entity.kind !== 'instance' && entity.kind !== 'class') continue;
    const { file } = indexed({ file: entity.ref.file, id: 0 });
    const method = file.facts.classes[entity.ref.id]?.members.find((member) => member.name === 'transform')?.function ?? -1;
    if (file.facts.functions[method] === undefined) continue;
    const proven = schema !== undefined && parses(link, { file, id: method }) ? provenBySchema(link, sibling(pipe, schema), path, judge) : path.length > 0 ? null : provenByTransform(link, { file, id: method }, judge);
    if (proven !== null) return proven;
  }
  return null;
}

function parses(link: Linking, { file, id }: { file: FileValue['file']; id: number }): boolean {
  const body = file.facts.functions[id]!;
  return file.facts.calls.some((call) => {
    const { start, end } = factOf({ file, id: call });
    return start >= body.start && end <= body.end && link.rolesAt({ file, id: call }).some((site) => site.role === 'schema.parse');
  });
}

/** Each result is the value itself, behind a check, or one of the program's own. */
function provenByTransform(link: Linking, method: { file: FileValue['file']; id: number }, judge: Judge): Protection | null {
  const subject = parameterOf(method, 0);
  const returns = method.file.facts.functions[method.id]?.returns ?? [];
  if (subject === null || returns.length === 0) return null;
  const isOwn = (id: number) => isSubject(link, { file: method.file, id }, subject) || link.constants({ file: method.file, id }) !== null;
  return returns.every(isOwn) ? provenByResult(link, method, subject, true, 0, judge) : null;
}
