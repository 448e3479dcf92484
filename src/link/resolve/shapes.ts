/**
 * What a parameter is by the shape of its function: `(req, res) => res.send(req.query.name)` is a request handler, even where
 * nothing shows who calls it. Models name the parameters and the members that speak for it; here they are only compared.
 */
import type { FunctionFact, ParameterFact, ParameterValue, TypeFact } from '../../contracts/facts.js';
import type { Entity, FunctionRef } from '../../contracts/program.js';
import type { ShapeModel, ShapeParameter } from '../../contracts/models.js';
import { methodOfCall } from '../builtins.js';
import { type FileValue, type FunctionUse, type Linking, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { isSpokenFor } from './callbacks.js';
import { UNKNOWN_ENTITIES } from './entities.js';
import { argumentAt } from './passed-values.js';
import { type PlacedType, declarationOf, typeMember } from './types.js';

/**
 * The API that a model's shape gives to the parameter: likely (`medium`) when a member that it reads, writes or calls, or its
 * registration under a path, speaks for it; a guess (`low`) when only the names of two parameters or more do. A member speaks for
 * nothing where the program itself declares of which type it is.
 *
 * @param type the parameter's type as written
 */
export function resolveByShape(link: Linking, ref: FileValue, fact: ParameterValue, type: TypeFact | undefined): readonly Entity[] {
  const { file } = ref;
  const declaration = file.facts.functions[fact.function];
  if (declaration === undefined || declaration.kind === 'constructor' || !declaration.parameters.some((each) => link.models.isShapeName(each.name))) return UNKNOWN_ENTITIES;
  const self = { file, id: fact.function };
  let best: { shape: ShapeModel; evidence: number } | null = null;
  for (const shape of link.models.shapes) {
    if (!fits(file, declaration, shape)) continue;
    const evidence = evidenceFor(link, self, declaration, shape);
    if (evidence > (best?.evidence ?? 0) || (best === null && isNamed(shape))) best = { shape, evidence };
  }
  const is = best?.shape.parameters[fact.index]?.is;
  if (best === null || is === undefined || is === null) return UNKNOWN_ENTITIES;
  if (type !== undefined && best.shape.parameters[fact.index]!.uses.some((member) => isDeclared(link, { type, file }, member))) return UNKNOWN_ENTITIES;
  if (isInOwnTable(link, self) || link.usesOf(self).some((use) => use.kind === 'argument' && isSpokenFor(link, use, self))) return UNKNOWN_ENTITIES;
  return [{ kind: 'api', path: link.models.normalise(is), created: null, shape: best.evidence > 0 ? 'medium' : 'low' }];
}

/** The program declares the member as no data: `interface Request { payload: typeof server }`, or of a class of its own. */
function isDeclared(link: Linking, owner: PlacedType, member: string): boolean {
  const declared = declarationOf(link, owner.file, owner.type.name) === null ? null : typeMember(link, owner, member.replace('()', ''));
  // A type without a name is written as a function or as a mapping.
  return declared !== null && (declared.type.name === '' || declared.type.name === 'typeof' || link.resolveType(declared.file, declared.type).some((entity) => entity.kind === 'instance'));
}

/** Names alone say something when there are two of them. */
function isNamed(shape: ShapeModel): boolean {
  return shape.parameters.filter((parameter) => parameter.named !== null).length > 1;
}

/** Every parameter of the shape is there under one of its names, or taken apart into members that speak for it. */
function fits(file: FileValue['file'], declaration: FunctionFact, shape: ShapeModel): boolean {
  return shape.parameters.every((wanted, index) => {
    const parameter = declaration.parameters[index];
    if (parameter === undefined) return false;
    if (wanted.named === null || wanted.named.includes(parameter.name.replace(/^_+/, ''))) return true;
    return parameter.name === '' && membersUsed(file, parameter, wanted) > 0;
  });
}

function evidenceFor(link: Linking, self: FunctionRef, declaration: FunctionFact, shape: ShapeModel): number {
  const { file } = self as FileValue;
  const members = shape.parameters.map((wanted, index) => membersUsed(file, declaration.parameters[index]!, wanted));
  const registered = shape.registeredBy.length > 0 && (isInRouteTable(link, self, shape) || link.usesOf(self).some((use) => isRegistration(link, use, shape)));
  return members.reduce((sum, count) => sum + count, registered ? 1 : 0);
}

/** `router.get('/users', …)`: one of the methods, with a path. */
function isRegistration(link: Linking, use: FunctionUse, shape: ShapeModel): boolean {
  if (use.kind !== 'argument') return false;
  const method = methodOfCall(use.call);
  const first = argumentAt(use.call, 0);
  if (method === null || !shape.registeredBy.includes(method) || first === null || use.index === 0) return false;
  return isPath(link, first);
}

/** `{ method: 'GET', path: '/users', handler: (request, h) => … }` */
function isInRouteTable(link: Linking, self: FunctionRef, shape: ShapeModel): boolean {
  const { file } = self as FileValue;
  const own = file.valueOfFunction(self.id);
  const fact = own < 0 ? undefined : file.facts.values[file.parentOf(own)];
  if (fact?.kind !== 'object') return false;
  const name = fact.properties.find((property) => property.value === own)?.name;
  const path = fact.properties.find((property) => property.name === 'path' || property.name === 'url');
  return name !== undefined && name !== null && path !== undefined && shape.registeredBy.includes(name) && isPath(link, { file, id: path.value });
}

/** `const list: Endpoint = { path: '/', handler: (req) => … }`, where the program declares `Endpoint`: no library's table of routes. */
function isInOwnTable(link: Linking, self: FunctionRef): boolean {
  const { file } = self as FileValue;
  const own = file.valueOfFunction(self.id);
  let table = own < 0 ? -1 : file.parentOf(own);
  while (table >= 0 && (file.facts.values[file.parentOf(table)]?.kind === 'object' || file.facts.values[file.parentOf(table)]?.kind === 'array')) table = file.parentOf(table);
  if (table < 0 || (file.facts.values[table]?.kind !== 'object' && file.facts.values[table]?.kind !== 'array')) return false;
  const type = file.facts.bindings.find(({ writes }) => writes.some((write) => write.value === table))?.type;
  const named = type?.name === '[]' ? type.args?.[0] : type;
  return named !== undefined && declarationOf(link, file, named.name) !== null;
}

function isPath(link: Linking, value: FileValue): boolean {
  const constants = link.constants(value);
  return constants !== null && constants.length > 0 && constants.every((constant) => typeof constant === 'string' && /^[/*]/.test(constant));
}

/** How many of the members that speak for the shape are used on the parameter. */
function membersUsed(file: FileValue['file'], parameter: ParameterFact, wanted: ShapeParameter): number {
  if (wanted.uses.length === 0) return 0;
  const places = parameter.binding < 0 ? [parameter.value] : [parameter.value, ...(file.facts.bindings[parameter.binding]?.uses ?? [])];
  return wanted.uses.filter((written) => {
    const called = written.endsWith('()');
    const names = written.replace('()', '').split('.');
    return places.some((place) => isUsed(file, place, names, called));
  }).length;
}

/** @param called whether it has to be called with an argument. */
function isUsed(file: FileValue['file'], object: number, names: readonly string[], called: boolean): boolean {
  const [name, ...deeper] = names;
  if (deeper.length === 0 && !called && file.memberWritesOn(object).some((write) => write.name === name)) return true;
  return file.membersOn(object).some((member) => {
    if (factNameOf(file, member) !== name) return false;
    if (deeper.length > 0) return isUsed(file, member, deeper, called);
    return !called || isCalledWithArgument(file, member);
  });
}

function factNameOf(file: FileValue['file'], member: number): string | null {
  const fact = file.facts.values[member];
  return fact?.kind === 'member' ? fact.name : null;
}

function isCalledWithArgument(file: FileValue['file'], member: number): boolean {
  const parent = file.parentOf(member);
  const call = parent < 0 ? undefined : factOf(sibling({ file, id: member }, parent));
  return call?.kind === 'call' && call.callee === member && call.args.length > 0;
}
