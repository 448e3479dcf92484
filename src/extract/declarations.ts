import type { ts } from 'ts-morph';
import type { Offset, PropertyFact, TypeDeclarationFact, TypeFact, TypeMemberFact, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { closeBlock, COMPLETES, openBlock } from './blocks.js';
import { visitClass } from './classes.js';
import { compiler } from './compiler.js';
import { hasModifier, startBehindDecorators } from './decorators.js';
import { visitExpression, visitNamed } from './expressions.js';
import { visitFunction } from './functions.js';
import { isDisposing, variableKindOf } from './loops.js';
import { addDefaultExport } from './modules.js';
import { visitPropertyName } from './objects.js';
import { bindPattern } from './patterns.js';
import { visitStatement, visitStatements } from './statements.js';
import { annotationOf, typeFactOf, typeFactsOf, typeMembersOf } from './types.js';
import type { Declaring, Walk } from './walk.js';
import { ownName } from './own-text.js';

const { SyntaxKind } = compiler;

function isExported(node: ts.Node): boolean {
  return hasModifier(node, SyntaxKind.ExportKeyword);
}

export function visitVariableStatement(walk: Walk, node: ts.VariableStatement): void {
  visitVariableList(walk, node.declarationList, isExported(node));
}

/** Adds `const`, `let`, `var`, `using`; a name without initializer has no write. */
export function visitVariableList(walk: Walk, list: ts.VariableDeclarationList, exported = false): void {
  const kind = variableKindOf(list);
  for (const node of list.declarations) {
    const name = compiler.isIdentifier(node.name) ? ownName(node.name.text) : '';
    const value = node.initializer ? visitNamed(walk, node.initializer, name) : NONE;
    const declaring: Declaring = { kind, at: node.end, exported, isDisposed: isDisposing(list) };
    const type = annotationOf(walk, node.type);
    bindPattern(walk, node.name, value, type ? { ...declaring, type } : declaring);
  }
}

/** Adds a function declaration. Its write stands at the start of the block around it, because it is hoisted there. */
export function visitFunctionDeclaration(walk: Walk, node: ts.FunctionDeclaration): void {
  const isDefault = hasModifier(node, SyntaxKind.DefaultKeyword);
  const name = node.name ? ownName(node.name.text) : isDefault ? 'default' : '';
  const start = startBehindDecorators(walk, node);
  const exported = isExported(node) && !isDefault && isFirstDeclaration(walk, name);
  const nameStart = node.name ? walk.startOf(node.name) : start;
  const binding = node.name ? walk.declare(name, nameStart, { kind: 'function', exported }) : NONE;
  if (!node.body) return;
  const id = visitFunction(walk, node, { kind: 'declaration', name });
  const value = walk.add({ kind: 'function', function: id, start, end: node.end });
  if (binding !== NONE) walk.initialize(binding, value, walk.facts.blocks[walk.block]!.start);
  if (isDefault) addDefaultExport(walk, binding, value, start);
}

/** Overloads repeat the name, but export it once. */
function isFirstDeclaration(walk: Walk, name: string): boolean {
  return walk.scope.names?.has(name) !== true;
}

export function visitClassDeclaration(walk: Walk, node: ts.ClassDeclaration): void {
  const isDefault = hasModifier(node, SyntaxKind.DefaultKeyword);
  const name = node.name ? ownName(node.name.text) : isDefault ? 'default' : '';
  const start = startBehindDecorators(walk, node);
  const exported = isExported(node) && !isDefault;
  const nameStart = node.name ? walk.startOf(node.name) : start;
  const binding = node.name ? walk.declare(name, nameStart, { kind: 'class', exported }) : NONE;
  const value = walk.add({ kind: 'class', class: walk.facts.classes.length, start, end: node.end });
  visitClass(walk, node, name, binding);
  if (binding !== NONE) walk.initialize(binding, value, node.end);
  if (isDefault) addDefaultExport(walk, binding, value, start);
}

export function visitInterface(walk: Walk, node: ts.InterfaceDeclaration): void {
  const parents = (node.heritageClauses ?? []).flatMap((clause) => typeFactsOf(walk, clause.types));
  addType(walk, node, 'interface', typeMembersOf(walk, node.members), parents);
}

/** Adds an alias; the members of `type A = { … }` are its own as well. */
export function visitTypeAlias(walk: Walk, node: ts.TypeAliasDeclaration): void {
  const type: TypeFact = typeFactOf(walk, node.type);
  addType(walk, node, 'alias', type.members ?? [], [type]);
}

function addType(
  walk: Walk,
  node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.EnumDeclaration,
  kind: TypeDeclarationFact['kind'],
  members: TypeMemberFact[],
  parents: TypeFact[],
): void {
  walk.facts.types.push({ name: ownName(node.name.text), kind, members, extends: parents, start: walk.startOf(node) });
}

/** Adds an enum as a type and as an object of its members. */
export function visitEnum(walk: Walk, node: ts.EnumDeclaration): void {
  const start = walk.startOf(node);
  const properties: PropertyFact[] = [];
  const members: TypeMemberFact[] = [];
  let next: number | null = 0;
  for (const member of node.members) {
    const name = visitPropertyName(walk, member.name).name ?? '';
    const value = visitEnumValue(walk, member, next);
    const fact = walk.facts.values[value];
    const literal = fact?.kind === 'literal' && fact.value !== null ? fact.value : undefined;
    next = typeof literal === 'number' ? literal + 1 : null;
    properties.push({ name, kind: 'value', value, start: walk.startOf(member) });
    members.push({ name, type: literal === undefined ? { name: '' } : { name: '', literal }, optional: false });
  }
  const binding = walk.declare(ownName(node.name.text), walk.startOf(node.name), { kind: 'enum', exported: isExported(node) });
  walk.initialize(binding, walk.add({ kind: 'object', properties, start, end: node.end }), node.end);
  addType(walk, node, 'enum', members, []);
}

/** A member without initializer counts on from the one before it, if that is a number. */
function visitEnumValue(walk: Walk, member: ts.EnumMember, next: number | null): ValueId {
  if (member.initializer) return visitExpression(walk, member.initializer);
  const [start, end] = [walk.startOf(member), member.end];
  if (next === null) return walk.addUnknown(start, end);
  return walk.add({ kind: 'literal', value: next, type: 'number', start, end });
}

/** Adds a namespace as an object of what it exports. What `declare module` and `declare global` describe is elsewhere. */
export function visitNamespace(walk: Walk, node: ts.ModuleDeclaration): void {
  if (hasModifier(node, SyntaxKind.DeclareKeyword) || !node.body || !compiler.isIdentifier(node.name)) return;
  const nameStart = walk.startOf(node.name);
  const binding = walk.declare(ownName(node.name.text), nameStart, { kind: 'namespace', exported: isExported(node) });
  const outerScope = walk.enterScope(true);
  const outerMembers = walk.namespaceMembers;
  const members: PropertyFact[] = [];
  walk.namespaceMembers = members;
  visitNamespaceBody(walk, node.body, walk.startOf(node.body));
  walk.namespaceMembers = outerMembers;
  walk.scope = outerScope;
  const value = walk.add({ kind: 'object', properties: members, start: walk.startOf(node), end: node.end });
  walk.initialize(binding, value, node.end);
}

/** `namespace A.B { }` nests without braces; the inner one is exported from the outer. */
function visitNamespaceBody(walk: Walk, body: ts.ModuleBody, start: Offset): void {
  if (compiler.isModuleBlock(body)) {
    const block = openBlock(walk, { kind: 'block' }, start, body.end);
    visitStatements(walk, body.statements);
    closeBlock(walk, block, COMPLETES);
  } else if (compiler.isModuleDeclaration(body)) {
    const { name } = body;
    visitStatement(walk, body);
    if (compiler.isIdentifier(name)) walk.addExport(ownName(name.text), NONE, walk.startOf(name));
  }
}
