/**
 * `Climb`: from where a function stands, forwards to the calls that run or receive it: through variables, exports, lists, fields,
 * results, and the parameters of functions of the program that it is handed to.
 */
import { NONE } from '../contracts/facts.js';
import type { ValueRef } from '../contracts/program.js';
import { ADDS_TO_RECEIVER, GIVES_ELEMENT, builtinCallbackInput } from './builtins.js';
import type { IndexedFile } from './indexed-file.js';
import { type FileValue, type FunctionUse, type Linking, indexed, sibling } from './linking.js';
import { factOf, keyOf } from './value-graph.js';

const MAXIMUM_USES = 400;
const MAXIMUM_STEPS = 16;
/** Functions that hand the function on to each other. */
const MAXIMUM_THROUGH = 3;
/** Reads of a field that holds the function. */
const MAXIMUM_READS = 24;

/** How the function got to a place. */
interface Way {
  depth: number;
  /** The place holds the function among other things: a list, a table, a map. */
  isHolder: boolean;
  /** The property of the outermost object literal come through so far. */
  property: string | null;
  bound: readonly ValueRef[];
  through: readonly ValueRef[];
}

const START: Way = { depth: 0, isHolder: false, property: null, bound: [], through: [] };

export class Climb {
  readonly result: FunctionUse[] = [];
  private readonly seen = new Set<string | number>();

  constructor(private readonly link: Linking) {}

  get isFull(): boolean {
    return this.result.length >= MAXIMUM_USES;
  }

  /** Follows a value upwards to the calls that run or receive it. */
  from(start: FileValue, way: Way = START): void {
    const last = way.through[way.through.length - 1];
    const key = last === undefined && !way.isHolder ? keyOf(start) : `${keyOf(start)} ${last === undefined ? '' : keyOf(last)} ${String(way.isHolder)}`;
    if (way.depth > MAXIMUM_STEPS || this.isFull || this.seen.has(key)) return;
    this.seen.add(key);
    const next = { ...way, depth: way.depth + 1 };
    this.fromNames(start, next);
    const { file } = start;
    const parent = file.parentOf(start.id);
    if (parent === NONE) return;
    const around = sibling(start, parent);
    const fact = factOf(around);
    switch (fact.kind) {
      case 'call':
        return this.inCall(start, around, next);
      case 'member':
        return fact.object === start.id ? this.inMember(around, next) : undefined;
      case 'object': {
        const property = fact.properties.find((each) => each.value === start.id)?.name ?? way.property;
        this.fromNamed(around, start, next);
        return this.from(around, { ...next, isHolder: true, property });
      }
      case 'array':
        return this.from(around, { ...next, isHolder: true });
      case 'element':
        return this.from(around, { ...next, isHolder: false });
      case 'conditional':
      case 'logical':
      case 'cast':
      case 'await':
      case 'spread':
        return this.from(around, next);
      default:
    }
  }

  /** Under the names that it is assigned to, exported as, and returned from a function by. */
  private fromNames(start: FileValue, next: Way): void {
    const { file } = start;
    for (const binding of file.bindingsWrittenWith(start.id)) {
      bindingMentions(this.link, file, binding).forEach((mention) => this.from(mention, next));
    }
    for (const fact of file.facts.exports) {
      if (fact.value === start.id) this.link.mentions.importedUses(file, fact.name).forEach((use) => this.from(use, next));
    }
    if (next.isHolder || next.through.length > 0) this.fromField(start, next);
    if (!next.isHolder) for (const id of file.functionsReturning(start.id)) this.fromResult(file, id, next);
  }

  /** `module.exports = { run }`, of which another file says `import { run }`. */
  private fromNamed(object: FileValue, value: FileValue, next: Way): void {
    const fact = factOf(object);
    const { file } = object;
    if (fact.kind !== 'object' || !file.facts.exports.some((known) => known.name === '=' && known.value === object.id)) return;
    for (const property of fact.properties) {
      if (property.value !== value.id || property.name === null) continue;
      this.link.mentions.importedUses(file, property.name).forEach((use) => this.from(use, next));
    }
  }

  /** `this.done = done`: read in the same file. */
  private fromField(start: FileValue, next: Way): void {
    for (const write of start.file.memberWritesWith(start.id)) {
      if (write.name === null || factOf(sibling(start, write.object)).kind !== 'this') continue;
      this.fromReads(start.file, write.name, next);
    }
  }

  private fromReads(file: IndexedFile, name: string, next: Way): void {
    const reads = this.link.mentions.ownMembersNamed(name).filter((mention) => mention.file === file);
    reads.slice(0, MAXIMUM_READS).forEach((read) => this.from(read, next));
  }

  /** The call that made it is where it goes on: `wrap(handler)`. */
  private fromResult(file: IndexedFile, id: number, next: Way): void {
    const ref = { file, id };
    const last = next.through[next.through.length - 1];
    const isOwn = last !== undefined && this.link.callees(last).some((callee) => callee.file === file && callee.id === id);
    if (isOwn) return this.from(indexed(last), { ...next, through: next.through.slice(0, -1) });
    for (const use of this.link.usesOf(ref)) if (use.kind === 'call') this.from(indexed(use.call), next);
  }

  private inMember(member: FileValue, next: Way): void {
    const fact = factOf(member);
    const callId = member.file.parentOf(member.id);
    const call = callId === NONE ? undefined : sibling(member, callId);
    const callFact = call === undefined ? undefined : factOf(call);
    if (fact.kind !== 'member') return;
    if (next.isHolder && fact.name === null) return this.from(member, { ...next, isHolder: false });
    if (call === undefined || callFact?.kind !== 'call' || callFact.callee !== member.id || fact.name === null) return;
    if (next.isHolder) return this.fromHolder(call, callFact.args, fact.name, next);
    const bound = next.bound.length;
    if (fact.name === 'bind') this.from(call, { ...next, bound: [...next.bound, ...callFact.args.slice(1).map((id) => sibling(call, id))] });
    else if (fact.name === 'call') this.run(call, next, bound - 1);
    else if (fact.name === 'apply') this.run(call, next, bound, 1);
  }

  /** `handlers.get(name)`, `handlers.forEach((handler) => …)`. */
  private fromHolder(call: FileValue, args: readonly number[], method: string, next: Way): void {
    const single = { ...next, isHolder: false };
    if (GIVES_ELEMENT.has(method)) this.from(call, single);
    const callback = args[0] === undefined ? undefined : factOf(sibling(call, args[0]));
    if (callback?.kind !== 'function') return;
    call.file.facts.functions[callback.function]?.parameters.forEach((parameter, index) => {
      if (builtinCallbackInput(method, 0, index) === 'element') this.from({ file: call.file, id: parameter.value }, single);
    });
  }

  private run(call: FileValue, { bound, through }: Way, shift: number, list = NONE): void {
    this.result.push({ kind: 'call', call, shift, list, bound, through });
  }

  private inCall(value: FileValue, call: FileValue, next: Way): void {
    const fact = factOf(call);
    if (fact.kind !== 'call') return;
    if (fact.callee === value.id) {
      if (!next.isHolder) this.run(call, next, next.bound.length);
      return;
    }
    const index = fact.args.indexOf(value.id);
    if (index < 0) return;
    const callee = factOf(sibling(call, fact.callee));
    if (callee.kind === 'member' && callee.name === 'apply' && index === 0 && this.isReflect(call, fact.callee)) return this.run(call, next, next.bound.length, 2);
    this.result.push({ kind: 'argument', call, index, property: next.property, through: next.through });
    if (callee.kind === 'member' && index >= (ADDS_TO_RECEIVER.get(callee.name ?? '') ?? Infinity)) this.fromReceiver(sibling(call, callee.object), next);
    if (next.through.length < MAXIMUM_THROUGH) this.fromParameter(call, index, next);
    // A wrapper of a library (`asyncHandler(fn)`) most likely returns a function that runs this one.
    if (wrapsFunction(this.link, call)) this.from(call, { ...next, property: null });
  }

  private isReflect(call: FileValue, callee: number): boolean {
    return this.link.apiPaths(sibling(call, callee)).includes('global:Reflect.apply');
  }

  /** `handlers.push(fn)`: what is done with the elements of the list. */
  private fromReceiver(receiver: FileValue, next: Way): void {
    const fact = factOf(receiver);
    const held = { ...next, isHolder: true };
    if (fact.kind === 'reference' && fact.binding >= 0) bindingMentions(this.link, receiver.file, fact.binding).forEach((mention) => this.from(mention, held));
    if (fact.kind === 'member' && fact.name !== null && factOf(sibling(receiver, fact.object)).kind === 'this') this.fromReads(receiver.file, fact.name, held);
  }

  /** What a function of the program does with what it is given. */
  private fromParameter(call: FileValue, index: number, next: Way): void {
    for (const callee of this.link.callees(call)) {
      const { file } = indexed({ file: callee.file, id: 0 });
      const { parameters } = file.facts.functions[callee.id] ?? { parameters: [] };
      const parameter = parameters[index];
      if (parameter === undefined || factOf({ file, id: parameter.value }).kind !== 'parameter') continue;
      this.from({ file, id: parameter.value }, { ...next, bound: [], through: [...next.through, call] });
    }
  }
}

/** A library call with a result that stands where a function is expected: an argument, a variable, an export. */
function wrapsFunction(link: Linking, call: FileValue): boolean {
  const fact = factOf(call);
  if (fact.kind !== 'call' || fact.isNew) return false;
  const callee = link.resolve(sibling(call, fact.callee));
  return callee.every((entity) => {
    if (entity.kind === 'api') return link.models.callbacks(entity.path).length === 0;
    return entity.kind === 'unknown';
  });
}

/** Mentions of a binding in its own file and, when exported, in others. */
export function bindingMentions(link: Linking, file: IndexedFile, binding: number): FileValue[] {
  const result: FileValue[] = (file.facts.bindings[binding]?.uses ?? []).map((id) => ({ file, id }));
  for (const fact of file.facts.exports) {
    if (fact.binding === binding) result.push(...link.mentions.importedUses(file, fact.name));
  }
  return result;
}
