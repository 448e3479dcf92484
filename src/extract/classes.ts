import type { ts } from 'ts-morph';
import type { BindingId, ClassFact, ClassId, ClassMemberFact, FunctionFact, Offset, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { closeBlock, openBlock } from './blocks.js';
import { compiler } from './compiler.js';
import { hasModifier, startBehindDecorators, visitDecorators } from './decorators.js';
import { visitExpression, visitNamed } from './expressions.js';
import { visitFunction, visitFunctionExpression } from './functions.js';
import { visitPropertyName } from './objects.js';
import { visitStatements } from './statements.js';
import { annotationOf, typeFactOf, typeFactsOf } from './types.js';
import type { Walk } from './walk.js';
import { withoutWrappers } from './wrappers.js';
import { ownName } from './own-text.js';

const { SyntaxKind } = compiler;

/** What a member is, apart from its value or function. */
type MemberHead = Omit<ClassMemberFact, 'function' | 'value' | 'type'>;

/** Adds a class expression as a value; `name` is that of what holds it. */
export function visitClassExpression(walk: Walk, node: ts.ClassExpression, start: Offset, name = ''): ValueId {
  const outer = walk.scope;
  const id = walk.facts.classes.length;
  const value = walk.add({ kind: 'class', class: id, start, end: node.end });
  let binding = NONE;
  if (node.name) {
    walk.enterScope();
    binding = walk.declare(ownName(node.name.text), walk.startOf(node.name), { kind: 'class', exported: false });
    walk.initialize(binding, value, start);
  }
  visitClass(walk, node, node.name ? ownName(node.name.text) : name, binding);
  walk.scope = outer;
  return value;
}

/** Adds a class with all that is in it. */
export function visitClass(walk: Walk, node: ts.ClassLikeDeclaration, name: string, binding: BindingId): ClassId {
  const id = walk.facts.classes.length;
  const fact: ClassFact = {
    name,
    binding,
    start: startBehindDecorators(walk, node),
    end: node.end,
    superClass: NONE,
    superTypeArguments: [],
    implements: [],
    decorators: [],
    members: [],
    isAbstract: hasModifier(node, SyntaxKind.AbstractKeyword),
  };
  walk.facts.classes.push(fact);
  fact.decorators = visitDecorators(walk, node);
  for (const clause of node.heritageClauses ?? []) visitHeritage(walk, clause, fact);
  const outerClass = walk.thisClass;
  for (const member of node.members) visitMember(walk, member, fact, id);
  walk.thisClass = outerClass;
  return id;
}

function visitHeritage(walk: Walk, clause: ts.HeritageClause, fact: ClassFact): void {
  if (clause.token === SyntaxKind.ImplementsKeyword) {
    fact.implements = typeFactsOf(walk, clause.types);
    return;
  }
  const [superClass] = clause.types;
  if (!superClass) return;
  fact.superClass = visitExpression(walk, superClass.expression);
  fact.superTypeArguments = typeFactsOf(walk, superClass.typeArguments ?? []);
}

function visitMember(walk: Walk, node: ts.ClassElement, fact: ClassFact, id: ClassId): void {
  if (compiler.isClassStaticBlockDeclaration(node)) visitStaticBlock(walk, node, id);
  else if (compiler.isPropertyDeclaration(node)) fact.members.push(visitField(walk, node, id));
  else if (compiler.isConstructorDeclaration(node)) visitConstructor(walk, node, fact, id);
  else if (compiler.isMethodDeclaration(node)) fact.members.push(visitMethod(walk, node, 'method', id));
  else if (compiler.isGetAccessor(node)) fact.members.push(visitMethod(walk, node, 'getter', id));
  else if (compiler.isSetAccessor(node)) fact.members.push(visitMethod(walk, node, 'setter', id));
}

function headOf(walk: Walk, node: ts.ClassElement, kind: ClassMemberFact['kind'], name: string): MemberHead {
  return {
    name,
    kind,
    isStatic: hasModifier(node, SyntaxKind.StaticKeyword),
    decorators: visitDecorators(walk, node),
    start: startBehindDecorators(walk, node),
    end: node.end,
    optional: (node as ts.PropertyDeclaration).questionToken !== undefined,
  };
}

type MethodKind = Extract<FunctionFact['kind'], ClassMemberFact['kind']>;
type MethodNode = ts.MethodDeclaration | ts.AccessorDeclaration | ts.ConstructorDeclaration;

/** A method, accessor or constructor; without a body it is an overload or abstract, and only its return type counts. */
function visitMethod(walk: Walk, node: MethodNode, kind: MethodKind, id: ClassId): ClassMemberFact {
  const name = compiler.isConstructorDeclaration(node) ? kind : (visitPropertyName(walk, node.name).name ?? '');
  const head = headOf(walk, node, kind, name);
  const { isStatic, decorators } = head;
  const role = { kind, name, class: id, isStatic, decorators };
  const type = annotationOf(walk, node.type);
  const fact = { ...head, function: node.body ? visitFunction(walk, node, role) : NONE, value: NONE };
  // Every function has a value, so that what refers to a method can point at it.
  if (fact.function !== NONE) walk.add({ kind: 'function', function: fact.function, start: head.start, end: head.end });
  return type ? { ...fact, type } : fact;
}

/** A constructor, and the fields that its parameter properties declare. */
function visitConstructor(walk: Walk, node: ts.ConstructorDeclaration, fact: ClassFact, id: ClassId): void {
  const member = visitMethod(walk, node, 'constructor', id);
  fact.members.push(member);
  for (const parameter of walk.facts.functions[member.function]?.parameters ?? []) {
    if (!parameter.isProperty) continue;
    const { start, end } = walk.facts.values[parameter.value]!;
    const value = walk.facts.bindings[parameter.binding]?.writes[0]?.value ?? parameter.value;
    const { name, type, decorators } = parameter;
    const field = { name, kind: 'property' as const, isStatic: false, function: NONE, value, decorators, start, end, optional: false };
    fact.members.push(type ? { ...field, type } : field);
  }
}

function visitField(walk: Walk, node: ts.PropertyDeclaration, id: ClassId): ClassMemberFact {
  const name = visitPropertyName(walk, node.name).name ?? '';
  const head = headOf(walk, node, 'property', name);
  const outer = walk.thisClass;
  walk.thisClass = id;
  const value = node.initializer ? visitFieldValue(walk, node.initializer, { name, class: id, isStatic: head.isStatic }) : NONE;
  walk.thisClass = outer;
  const fact = { ...head, function: NONE, value };
  const type = node.type && typeFactOf(walk, node.type);
  return type ? { ...fact, type } : fact;
}

/** A function held by a field is a member of the class in all but syntax. */
function visitFieldValue(walk: Walk, node: ts.Expression, role: { name: string; class: ClassId; isStatic: boolean }): ValueId {
  const inner = withoutWrappers(node);
  if (!compiler.isArrowFunction(inner) && !compiler.isFunctionExpression(inner)) return visitNamed(walk, node, role.name);
  return visitFunctionExpression(walk, inner, walk.startOf(inner), role.name, role);
}

function visitStaticBlock(walk: Walk, node: ts.ClassStaticBlockDeclaration, id: ClassId): void {
  const outerScope = walk.enterScope(true);
  const outerClass = walk.thisClass;
  walk.thisClass = id;
  const block = openBlock(walk, { kind: 'block' }, walk.startOf(node.body), node.body.end);
  closeBlock(walk, block, visitStatements(walk, node.body.statements));
  walk.thisClass = outerClass;
  walk.scope = outerScope;
}
