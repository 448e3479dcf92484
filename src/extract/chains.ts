import type { ts } from 'ts-morph';
import type { CallValue, MemberValue, Offset, TypeFact, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { noteAssignedExports, noteDefineProperty } from './commonjs.js';
import { compiler } from './compiler.js';
import { visitExpression } from './expressions.js';
import { addTemplate } from './literals.js';
import { typeFactOf } from './types.js';
import type { Walk } from './walk.js';
import { withoutWrappers } from './wrappers.js';
import { moduleNameOf } from './module-names.js';
import { ownName } from './own-text.js';

type ChainLink =
  | ts.PropertyAccessExpression
  | ts.ElementAccessExpression
  | ts.CallExpression
  | ts.TaggedTemplateExpression
  | ts.NonNullExpression;

const { SyntaxKind } = compiler;
const PROPERTY_ACCESS = SyntaxKind.PropertyAccessExpression;
const ELEMENT_ACCESS = SyntaxKind.ElementAccessExpression;
const CALL = SyntaxKind.CallExpression;
const TAGGED_TEMPLATE = SyntaxKind.TaggedTemplateExpression;
const NON_NULL = SyntaxKind.NonNullExpression;
const IDENTIFIER = SyntaxKind.Identifier;
const IMPORT = SyntaxKind.ImportKeyword;

/**
 * Adds a chain such as `a.b(c).d[e]` from its left end. Builder chains grow to thousands of links, so they are walked
 * in a loop. All links start where the chain starts.
 */
export function visitChain(walk: Walk, node: ChainLink, start: Offset): ValueId {
  const { links } = walk;
  const base = links.length;
  let bottom: ts.Expression = node;
  while (isLink(bottom)) {
    links.push(bottom);
    bottom = bottom.kind === TAGGED_TEMPLATE ? bottom.tag : (bottom as ts.CallExpression).expression;
  }
  let value = visitModuleLoad(walk, bottom, start);
  let slot = reserveCalls(walk, base);
  if (value === NONE) value = visitExpression(walk, bottom);
  while (links.length > base) {
    const link = links.pop() as ChainLink;
    value = addLink(walk, link, value, start);
    if (link.kind === CALL) walk.facts.calls[slot++] = value;
  }
  return value;
}

/** Calls are listed in source order, so a chain takes its places before the calls in its arguments do. */
function reserveCalls(walk: Walk, base: number): number {
  const { calls } = walk.facts;
  const slot = calls.length;
  for (let index = base; index < walk.links.length; index += 1) if (walk.links[index]!.kind === CALL) calls.push(NONE);
  return slot;
}

function isLink(node: ts.Expression): node is ChainLink {
  const { kind } = node;
  return kind === PROPERTY_ACCESS || kind === CALL || kind === ELEMENT_ACCESS || kind === NON_NULL || kind === TAGGED_TEMPLATE;
}

function addLink(walk: Walk, link: ChainLink, value: ValueId, start: Offset): ValueId {
  const { kind } = link;
  if (kind === PROPERTY_ACCESS) return addPropertyAccess(walk, link as ts.PropertyAccessExpression, value, start);
  if (kind === CALL) return addCall(walk, link as ts.CallExpression, value, start);
  if (kind === ELEMENT_ACCESS) return addElementAccess(walk, link as ts.ElementAccessExpression, value, start);
  if (kind === TAGGED_TEMPLATE) return addTaggedTemplate(walk, link as ts.TaggedTemplateExpression, value, start);
  return value;
}

function addPropertyAccess(walk: Walk, node: ts.PropertyAccessExpression, object: ValueId, start: Offset): ValueId {
  return walk.add({
    kind: 'member',
    object,
    name: ownName(node.name.text),
    index: NONE,
    optional: node.questionDotToken !== undefined,
    nameStart: walk.startOf(node.name),
    start,
    end: node.end,
  });
}

function addElementAccess(walk: Walk, node: ts.ElementAccessExpression, object: ValueId, start: Offset): ValueId {
  const optional = node.questionDotToken !== undefined;
  const key = visitKey(walk, node.argumentExpression);
  const nameStart = walk.startOf(node.argumentExpression);
  const fact: MemberValue = { kind: 'member', object, name: key.name, index: key.index, optional, nameStart, start, end: node.end };
  return walk.add(fact);
}

/** What stands between brackets: a literal is a name as good as one behind a dot. */
export function visitKey(walk: Walk, node: ts.Expression): { name: string | null; index: ValueId } {
  const inner = withoutWrappers(node);
  if (compiler.isStringLiteralLike(inner) || compiler.isNumericLiteral(inner)) return { name: ownName(inner.text), index: NONE };
  return { name: null, index: visitExpression(walk, node) };
}

function addCall(walk: Walk, node: ts.CallExpression, callee: ValueId, start: Offset): ValueId {
  const args = visitArguments(walk, node.arguments);
  const fact: CallValue = { kind: 'call', callee, args, isNew: false, start, end: node.end };
  if (node.typeArguments) fact.typeArguments = typeArgumentsOf(walk, node.typeArguments);
  noteDefineProperty(walk, node, fact);
  noteAssignedExports(walk, node, fact);
  return walk.add(fact);
}

/** Adds `new Foo(…)`; `new Foo` has no arguments. */
export function visitNew(walk: Walk, node: ts.NewExpression, start: Offset): ValueId {
  const slot = walk.facts.calls.push(NONE) - 1;
  const callee = visitExpression(walk, node.expression);
  const args = node.arguments ? visitArguments(walk, node.arguments) : [];
  const fact: CallValue = { kind: 'call', callee, args, isNew: true, start, end: node.end };
  if (node.typeArguments) fact.typeArguments = typeArgumentsOf(walk, node.typeArguments);
  return (walk.facts.calls[slot] = walk.add(fact));
}

function visitArguments(walk: Walk, nodes: ts.NodeArray<ts.Expression>): ValueId[] {
  if (nodes.length === 0) return [];
  const args = new Array<ValueId>(nodes.length);
  for (let index = 0; index < nodes.length; index += 1) args[index] = visitExpression(walk, nodes[index]!);
  return args;
}

function typeArgumentsOf(walk: Walk, nodes: ts.NodeArray<ts.TypeNode>): TypeFact[] {
  return nodes.map((node) => typeFactOf(walk, node));
}

function addTaggedTemplate(walk: Walk, node: ts.TaggedTemplateExpression, tag: ValueId, start: Offset): ValueId {
  const types = node.typeArguments ? typeArgumentsOf(walk, node.typeArguments) : undefined;
  return addTemplate(walk, node.template, tag, { start, end: node.end }, types);
}

/** `require(…)` and `import(…)` at the left end of a chain are modules, not calls. Takes the call from the stack, or returns NONE. */
function visitModuleLoad(walk: Walk, bottom: ts.Expression, start: Offset): ValueId {
  const isLoader = bottom.kind === IMPORT || (bottom.kind === IDENTIFIER && (bottom as ts.Identifier).text === 'require');
  const call = walk.links.at(-1);
  if (!isLoader || !call || !compiler.isCallExpression(call)) return NONE;
  const [argument, ...others] = call.arguments;
  if (!argument) return NONE;
  walk.links.pop();
  const isLiteral = compiler.isStringLiteralLike(argument);
  const specifierValue = isLiteral ? NONE : visitExpression(walk, argument);
  for (const other of others) visitExpression(walk, other);
  const named = isLiteral ? argument.text : moduleNameOf(argument, walk.file);
  const specifier = named === null ? null : ownName(named);
  return walk.add({ kind: 'module', specifier, specifierValue, meta: false, start, end: call.end });
}
