/** The dispatcher of `resolve`: what a value is. Answers are kept; `questions.ts` says what happens when one comes back to itself. */
import type { Entity, FunctionRef, ValueRef } from '../contracts/program.js';
import { type FileValue, type FunctionUse, type Linking, indexed, sibling } from './linking.js';
import { OpenQuestions } from './questions.js';
import { extendedThing } from './resolve/added-members.js';
import { resolveCall } from './resolve/call.js';
import { elementsOf } from './resolve/callbacks.js';
import { UNKNOWN_ENTITIES, isKnown, prefer, union } from './resolve/entities.js';
import { resolveMemberValue } from './resolve/member.js';
import { resolveParameter } from './resolve/parameter.js';
import { resolveModule, resolveReference } from './resolve/reference.js';
import { typeOf } from './resolve/types.js';
import { usesOf } from './uses.js';
import { ValueTable, factOf, functionKeyOf, keyOf } from './value-graph.js';

/** Nested questions; deeper ones are given up, so that no input exhausts the stack, of which Node.js gives a megabyte and a level takes one kilobyte. 360 were seen in a program of 1,850 files. */
const MAXIMUM_DEPTH = 480;
/** Questions asked on behalf of one outer question. None of 186 services needs as many; 8,000 were too few for 23 of them. */
const MAXIMUM_STEPS = 64_000;

export class Resolver {
  private readonly memo = new ValueTable<readonly Entity[]>();
  private readonly uses = new Map<number, readonly FunctionUse[]>();
  private readonly questions = new OpenQuestions();
  private steps = 0;

  constructor(private readonly link: Linking) {}

  /** No question is open: what is asked now is answered completely. */
  get isIdle(): boolean {
    return this.questions.depth === 0;
  }

  resolve(ref: ValueRef): readonly Entity[] {
    const known = this.memo.get(ref);
    if (known !== undefined) return known;
    const value = indexed(ref);
    const { questions } = this;
    if (questions.depth === 0) this.steps = 0;
    this.steps += 1;
    if (questions.depth >= MAXIMUM_DEPTH || this.steps > MAXIMUM_STEPS) {
      this.link.limits.add('following a name was given up after many steps');
      questions.giveUp();
      return UNKNOWN_ENTITIES;
    }
    const plain = plainly(value);
    if (plain !== null) {
      this.memo.set(value, plain);
      return plain;
    }
    return questions.ask<readonly Entity[]>(
      keyOf(value),
      NO_ENTITIES,
      (answer) => this.memo.set(value, answer),
      () => resolveValue(this.link, value),
    );
  }

  usesOf(ref: FunctionRef): readonly FunctionUse[] {
    const key = functionKeyOf(ref);
    const known = this.uses.get(key);
    if (known !== undefined) return known;
    return this.questions.ask<readonly FunctionUse[]>(
      key,
      [],
      (answer) => this.uses.set(key, answer),
      () => usesOf(this.link, ref),
    );
  }
}

const NO_ENTITIES: readonly Entity[] = [];

/** What a value is that says so itself; null where something else must be asked. */
function plainly(ref: FileValue): readonly Entity[] | null {
  const fact = factOf(ref);
  switch (fact.kind) {
    case 'literal':
      return [{ kind: 'constant', value: fact.value, type: fact.type, at: ref }];
    case 'function':
      return [functionOrClass(ref.file, fact.function)];
    case 'class':
      return [{ kind: 'class', ref: { file: ref.file, id: fact.class } }];
    case 'object':
    case 'array':
      return [{ kind: 'object', value: ref }];
    case 'concat':
    case 'binary':
    case 'unary':
      return UNKNOWN_ENTITIES;
    case 'template':
      return fact.tag < 0 ? UNKNOWN_ENTITIES : null;
    default:
      return null;
  }
}

function resolveValue(link: Linking, ref: FileValue): readonly Entity[] {
  const fact = factOf(ref);
  switch (fact.kind) {
    case 'reference':
      return resolveReference(link, ref, fact);
    case 'member':
      return resolveMemberValue(link, ref, fact);
    case 'call':
      return resolveCall(link, ref, fact);
    case 'template':
      return resolveTagged(link, ref, fact.tag);
    case 'parameter':
      return resolveParameter(link, ref, fact);
    case 'module':
      if (fact.meta) return [{ kind: 'api', path: 'global:import.meta', created: null }];
      return resolveModule(link, ref, fact.specifier);
    default:
      return resolveOperator(link, ref);
  }
}

/** A function that is used as a class is one. */
function functionOrClass(file: FileValue['file'], id: number): Entity {
  const classId = file.classOfFunction(id);
  return classId < 0 ? { kind: 'function', ref: { file, id }, receiver: null } : { kind: 'class', ref: { file, id: classId } };
}

function resolveOperator(link: Linking, ref: FileValue): readonly Entity[] {
  const fact = factOf(ref);
  switch (fact.kind) {
    case 'logical':
      if (fact.operator === '&&') return link.resolve(sibling(ref, fact.right));
      return union(link.resolve(sibling(ref, fact.left)), link.resolve(sibling(ref, fact.right)));
    case 'conditional':
      return union(link.resolve(sibling(ref, fact.whenTrue)), link.resolve(sibling(ref, fact.whenFalse)));
    case 'await':
    case 'spread':
      return link.resolve(sibling(ref, fact.operand));
    case 'cast':
      return prefer(link.resolveType(ref.file, fact.type), () => link.resolve(sibling(ref, fact.operand)));
    case 'rest':
      return link.resolve(sibling(ref, fact.of));
    case 'element':
      return resolveElement(link, ref, fact.of);
    case 'this':
      return resolveThis(link, ref);
    default:
      return UNKNOWN_ENTITIES;
  }
}

/** A tagged template is a call of its tag. */
function resolveTagged(link: Linking, ref: FileValue, tag: number): readonly Entity[] {
  const result = link.resolve(sibling(ref, tag)).flatMap((entity): Entity[] => {
    if (entity.kind !== 'api') return [];
    return [{ kind: 'api', path: link.models.normalise(`${entity.path}()`), created: entity.created ?? ref }];
  });
  return result.length === 0 ? UNKNOWN_ENTITIES : result;
}

function resolveElement(link: Linking, ref: FileValue, of: number): readonly Entity[] {
  const known = union(...link.resolve(sibling(ref, of)).map((entity) => elementsOf(link, entity)));
  return prefer(known.length === 0 ? UNKNOWN_ENTITIES : known, () => {
    const placed = typeOf(link, ref);
    return placed === null ? UNKNOWN_ENTITIES : link.resolveType(placed.file, placed.type);
  });
}

function resolveThis(link: Linking, ref: FileValue): readonly Entity[] {
  const fact = factOf(ref);
  if (fact.kind !== 'this') return UNKNOWN_ENTITIES;
  const { file } = ref;
  if (fact.class >= 0) {
    const isStatic = file.facts.functions[fact.function]?.isStatic ?? false;
    if (fact.isSuper) return resolveSuper(link, ref, fact.class, isStatic);
    const own = { file, id: fact.class };
    return isStatic ? [{ kind: 'class', ref: own }] : [{ kind: 'instance', ref: own, created: null }];
  }
  const method = file.valueOfFunction(fact.function);
  const owner = method < 0 ? -1 : file.parentOf(method);
  const extended = extendedThing(link, { file, id: fact.function });
  if (extended.length > 0) return extended;
  return owner >= 0 && file.facts.values[owner]?.kind === 'object' ? [{ kind: 'object', value: sibling(ref, owner) }] : UNKNOWN_ENTITIES;
}

function resolveSuper(link: Linking, ref: FileValue, classId: number, isStatic: boolean): readonly Entity[] {
  const superClass = ref.file.facts.classes[classId]?.superClass ?? -1;
  if (superClass < 0) return UNKNOWN_ENTITIES;
  const parents = link.resolve(sibling(ref, superClass));
  if (isStatic || !isKnown(parents)) return parents;
  return parents.flatMap((parent): Entity[] => {
    if (parent.kind === 'class') return [{ kind: 'instance', ref: parent.ref, created: null }];
    if (parent.kind === 'api') return [{ kind: 'api', path: link.models.normalise(`${parent.path}#`), created: null }];
    return [];
  });
}
