import type { ts } from 'ts-morph';
import type { ClassId, FunctionFact, FunctionId, Offset, ParameterFact, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { closeBlock, openBlock, RETURNS } from './blocks.js';
import { compiler } from './compiler.js';
import { hasModifier, startBehindDecorators, visitDecorators } from './decorators.js';
import { isExplained, isExplainedAbove } from './explanations.js';
import { visitExpression, visitNamed } from './expressions.js';
import { bindPattern } from './patterns.js';
import { directivesOf, visitStatements } from './statements.js';
import { annotationOf } from './types.js';
import type { Walk } from './walk.js';
import { ownText } from './own-text.js';

const { SyntaxKind } = compiler;

/** What a function is where it stands; its own node tells the rest. */
export interface FunctionRole {
  kind: FunctionFact['kind'];
  name: string;
  /** Members of a class. */
  class?: ClassId;
  isStatic?: boolean;
  decorators?: ValueId[];
}

type FunctionNode = ts.FunctionLikeDeclaration;

/** Adds a function expression or arrow function as a value; `name` is that of what holds it. */
export function visitFunctionExpression(
  walk: Walk,
  node: ts.FunctionExpression | ts.ArrowFunction,
  start: Offset,
  name = '',
  role: Partial<FunctionRole> = {},
): ValueId {
  const outer = walk.scope;
  const isArrow = compiler.isArrowFunction(node);
  const ownName = isArrow ? undefined : node.name;
  if (ownName) walk.enterScope();
  const id = walk.facts.functions.length;
  const value = walk.add({ kind: 'function', function: id, start, end: node.end });
  if (ownName) {
    const binding = walk.declare(ownText(ownName.text), walk.startOf(ownName), { kind: 'function', exported: false });
    walk.initialize(binding, value, start);
  }
  visitFunction(walk, node, { ...role, kind: isArrow ? 'arrow' : 'expression', name: ownName ? ownText(ownName.text) : name });
  walk.scope = outer;
  return value;
}

/** Adds a function with all that is in it. */
export function visitFunction(walk: Walk, node: FunctionNode, role: FunctionRole): FunctionId {
  const id = walk.facts.functions.length;
  const fact = factOf(walk, node, role);
  walk.facts.functions.push(fact);
  const { function: outerFunction, thisClass, thisFunction, namespaceMembers } = walk;
  const outerScope = walk.enterScope(true);
  walk.function = id;
  walk.namespaceMembers = null;
  if (fact.kind !== 'arrow') {
    walk.thisFunction = id;
    walk.thisClass = fact.class;
  }
  visitParameters(walk, node, fact, id);
  const returnType = annotationOf(walk, node.type);
  if (returnType) fact.returnType = returnType;
  if (node.body) visitBody(walk, node.body, fact);
  walk.scope = outerScope;
  walk.function = outerFunction;
  walk.namespaceMembers = namespaceMembers;
  walk.thisFunction = thisFunction;
  walk.thisClass = thisClass;
  return id;
}

function factOf(walk: Walk, node: FunctionNode, role: FunctionRole): FunctionFact {
  return {
    name: role.name,
    kind: role.kind,
    start: startBehindDecorators(walk, node),
    end: node.end,
    body: walk.block,
    parent: walk.function,
    class: role.class ?? NONE,
    isStatic: role.isStatic ?? false,
    isAsync: hasModifier(node, SyntaxKind.AsyncKeyword),
    isGenerator: node.asteriskToken !== undefined,
    parameters: [],
    returns: [],
    throws: [],
    decorators: role.decorators ?? [],
    directives: [],
  };
}

/** A function of more does something, whatever comments say. */
const EXPLAINED_STATEMENTS = 2;

function visitBody(walk: Walk, body: ts.ConciseBody, fact: FunctionFact): void {
  fact.body = openBlock(walk, { kind: 'function' }, walk.startOf(body), body.end);
  if (compiler.isBlock(body)) {
    fact.directives = directivesOf(body.statements);
    const isShort = body.statements.length <= EXPLAINED_STATEMENTS;
    if (isShort && (isExplained(walk, body) || (fact.name !== '' && isExplainedAbove(walk, fact.start)))) walk.facts.blocks[fact.body]!.explained = true;
    closeBlock(walk, fact.body, visitStatements(walk, body.statements));
  } else {
    fact.returns = [visitExpression(walk, body)];
    closeBlock(walk, fact.body, RETURNS);
  }
}

/** TypeScript's `this` parameter is an annotation only: no caller passes it. */
function visitParameters(walk: Walk, node: FunctionNode, fact: FunctionFact, id: FunctionId): void {
  for (const parameter of node.parameters) {
    if (compiler.isIdentifier(parameter.name) && parameter.name.text === 'this') continue;
    fact.parameters.push(visitParameter(walk, parameter, id, fact.parameters.length));
  }
}

function visitParameter(walk: Walk, node: ts.ParameterDeclaration, id: FunctionId, index: number): ParameterFact {
  const start = walk.startOf(node);
  const decorators = visitDecorators(walk, node);
  const rest = node.dotDotDotToken !== undefined;
  const value = walk.add({ kind: 'parameter', function: id, index, rest, start, end: node.end });
  const isPlain = compiler.isIdentifier(node.name);
  const name = compiler.isIdentifier(node.name) ? ownText(node.name.text) : '';
  const type = annotationOf(walk, node.type);
  const fact: ParameterFact = { name, binding: NONE, value, default: NONE, decorators, isProperty: isParameterProperty(node) };
  if (type) fact.type = type;
  let held = value;
  if (node.initializer) {
    fact.default = visitNamed(walk, node.initializer, name);
    held = walk.add({ kind: 'logical', operator: 'default', left: value, right: fact.default, start, end: node.end });
  }
  const declaring = { kind: 'parameter' as const, at: node.end, exported: false, type };
  const binding = walk.facts.bindings.length;
  bindPattern(walk, node.name, held, declaring);
  if (isPlain && binding < walk.facts.bindings.length) fact.binding = binding;
  return fact;
}

function isParameterProperty(node: ts.ParameterDeclaration): boolean {
  return node.modifiers?.some((modifier) => modifier.kind !== SyntaxKind.Decorator) ?? false;
}
