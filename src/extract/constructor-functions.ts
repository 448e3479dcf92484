import { type BindingId, type ClassMemberFact, type FileFacts, type FunctionId, NONE, type ValueFact, type ValueId } from '../contracts/facts.js';

/** A function that is used as a class, and what hangs on its prototype. */
interface Constructor {
  binding: BindingId;
  function: FunctionId;
  superClass: ValueId;
  members: { name: string; value: ValueId }[];
}

/**
 * Adds a class for each function that is used as one in the manner of ECMAScript 5: `function Store() { this.x = … }` with
 * `Store.prototype.find = function () { … }`, `Store.prototype = { … }`, `util.inherits(Store, Base)`. Its `this` gets that class.
 * Call it last: it refers to the facts by their final ids.
 */
export function addConstructorFunctions(facts: FileFacts): void {
  const found = new Map<BindingId, Constructor>();
  for (const write of facts.memberWrites) {
    const target = facts.values[write.object];
    const owner = prototypeOwner(facts, target);
    if (owner !== NONE && write.name !== null) constructorOf(facts, found, owner)?.members.push({ name: write.name, value: write.value });
    if (target?.kind === 'reference' && write.name === 'prototype') notePrototype(facts, constructorOf(facts, found, target.binding), write.value);
    const self = heldThis(facts, target);
    if (self?.kind === 'this' && self.class === NONE) noteFields(facts, found, self.function);
  }
  if (found.size === 0) return;
  for (const id of facts.calls) noteInherits(facts, found, facts.values[id]);
  const classes = new Map<FunctionId, number>();
  for (const constructor of found.values()) addClass(facts, constructor, classes);
  for (const value of facts.values) {
    if (value.kind === 'this' && value.class === NONE) value.class = classes.get(value.function) ?? NONE;
  }
}

/** `this`, or a variable that holds it: `var self = this`. */
function heldThis(facts: FileFacts, value: ValueFact | undefined): ValueFact | undefined {
  const writes = value?.kind === 'reference' && value.binding >= 0 ? (facts.bindings[value.binding]?.writes ?? []) : [];
  return writes.length === 1 ? facts.values[writes[0]!.value] : value;
}

/** The binding of `X` if the value is `X.prototype`, or a variable that holds it. */
function prototypeOwner(facts: FileFacts, value: ValueFact | undefined): BindingId {
  let fact = value;
  if (fact?.kind === 'reference' && fact.binding >= 0) {
    const writes = facts.bindings[fact.binding]?.writes ?? [];
    fact = writes.length === 1 ? facts.values[writes[0]!.value] : undefined;
  }
  const object = fact?.kind === 'member' && fact.name === 'prototype' ? facts.values[fact.object] : undefined;
  return object?.kind === 'reference' ? object.binding : NONE;
}

function constructorOf(facts: FileFacts, found: Map<BindingId, Constructor>, binding: BindingId): Constructor | undefined {
  const known = found.get(binding);
  if (known !== undefined || binding < 0) return known;
  for (const write of facts.bindings[binding]?.writes ?? []) {
    const fact = facts.values[write.value];
    if (fact?.kind !== 'function' || facts.functions[fact.function]?.kind === 'arrow') continue;
    const constructor: Constructor = { binding, function: fact.function, superClass: NONE, members: [] };
    found.set(binding, constructor);
    return constructor;
  }
  return undefined;
}

/** `X.prototype = { … }`, `= Object.create(Y.prototype)`, `= new Y()`. */
function notePrototype(facts: FileFacts, constructor: Constructor | undefined, value: ValueId): void {
  const fact = facts.values[value];
  if (constructor === undefined) return;
  if (fact?.kind === 'object') {
    for (const property of fact.properties) if (property.name !== null) constructor.members.push({ name: property.name, value: property.value });
  }
  if (fact?.kind !== 'call') return;
  const parent = fact.args[0] === undefined ? undefined : facts.values[fact.args[0]];
  if (fact.isNew) constructor.superClass = fact.callee;
  else if (parent?.kind === 'member' && parent.name === 'prototype') constructor.superClass = parent.object;
}

/** `this.x = …` in a function with the name of a class makes it one, whatever its prototype. */
function noteFields(facts: FileFacts, found: Map<BindingId, Constructor>, id: FunctionId): void {
  const fact = facts.functions[id];
  if (fact === undefined || fact.class !== NONE || !/^[A-Z]/.test(fact.name)) return;
  const binding = facts.bindings.findIndex((candidate) => candidate.name === fact.name && candidate.function === fact.parent);
  constructorOf(facts, found, binding);
}

/** `util.inherits(X, Y)`. */
function noteInherits(facts: FileFacts, found: Map<BindingId, Constructor>, call: ValueFact | undefined): void {
  const callee = call?.kind === 'call' ? facts.values[call.callee] : undefined;
  const isInherits = (callee?.kind === 'member' || callee?.kind === 'reference') && callee.name === 'inherits';
  if (!isInherits || call?.kind !== 'call' || call.args.length !== 2) return;
  const child = facts.values[call.args[0]!];
  const constructor = child?.kind === 'reference' ? constructorOf(facts, found, child.binding) : undefined;
  if (constructor !== undefined) constructor.superClass = call.args[1]!;
}

function addClass(facts: FileFacts, constructor: Constructor, classes: Map<FunctionId, number>): void {
  const id = facts.classes.length;
  const own = facts.functions[constructor.function]!;
  const common = { isStatic: false, decorators: [], optional: false };
  const members: ClassMemberFact[] = [{ ...common, name: 'constructor', kind: 'constructor', function: constructor.function, value: NONE, start: own.start, end: own.end }];
  classes.set(constructor.function, id);
  for (const { name, value } of constructor.members) {
    const fact = facts.values[value]!;
    const held = fact.kind === 'function' ? facts.functions[fact.function] : undefined;
    if (fact.kind === 'function' && held !== undefined && held.class === NONE) {
      classes.set(fact.function, id);
      held.class = id;
    }
    const isMethod = fact.kind === 'function' && held?.kind !== 'getter' && held?.kind !== 'setter';
    members.push({ ...common, name, kind: isMethod ? 'method' : 'property', function: isMethod ? fact.function : NONE, value: isMethod ? NONE : value, start: fact.start, end: fact.end });
  }
  facts.classes.push({
    name: facts.bindings[constructor.binding]!.name,
    binding: constructor.binding,
    start: own.start,
    end: own.end,
    superClass: constructor.superClass,
    superTypeArguments: [],
    implements: [],
    decorators: [],
    members,
    isAbstract: false,
  });
}
