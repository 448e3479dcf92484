import type { ts } from 'ts-morph';
import type { BindingId, ImportFact, Offset, ValueId } from '../contracts/facts.js';
import { NONE } from '../contracts/facts.js';
import { WHOLE_MODULE } from './commonjs.js';
import { compiler } from './compiler.js';
import { hasModifier } from './decorators.js';
import { visitExpression, visitNamed } from './expressions.js';
import { exportOf, type Walk } from './walk.js';
import { ownName } from './own-text.js';

type ImportHead = Pick<ImportFact, 'kind' | 'name' | 'typeOnly'>;

/** Adds an `import` declaration: one fact for each name it binds, or one for its side effect. */
export function visitImport(walk: Walk, node: ts.ImportDeclaration): void {
  const specifier = textOf(node.moduleSpecifier);
  const clause = node.importClause;
  if (!clause) {
    const start = walk.startOf(node);
    walk.facts.imports.push({ specifier, kind: 'side-effect', name: '', binding: NONE, typeOnly: false, start });
    return;
  }
  const typeOnly = clause.isTypeOnly;
  if (clause.name) addImport(walk, specifier, clause.name, { kind: 'default', name: '', typeOnly });
  const bindings = clause.namedBindings;
  if (!bindings) return;
  if (compiler.isNamespaceImport(bindings)) addImport(walk, specifier, bindings.name, { kind: 'namespace', name: '', typeOnly });
  else for (const element of bindings.elements) visitImportSpecifier(walk, specifier, element, typeOnly);
}

/** `import { default as a }` is a default import by another spelling. */
function visitImportSpecifier(walk: Walk, specifier: string, node: ts.ImportSpecifier, allTypes: boolean): void {
  const imported = ownName((node.propertyName ?? node.name).text);
  const typeOnly = allTypes || node.isTypeOnly;
  const head: ImportHead =
    imported === 'default' ? { kind: 'default', name: '', typeOnly } : { kind: 'named', name: imported, typeOnly };
  addImport(walk, specifier, node.name, head);
}

function addImport(walk: Walk, specifier: string, name: ts.Identifier, head: ImportHead): BindingId {
  const start = walk.startOf(name);
  const binding = walk.declare(ownName(name.text), start, { kind: 'import', exported: false });
  walk.facts.imports.push({ specifier, ...head, binding, start });
  return binding;
}

/** Adds `import x = require('y')`, or `import x = A.B`, which is a constant. */
export function visitImportEquals(walk: Walk, node: ts.ImportEqualsDeclaration): void {
  const exported = hasModifier(node, compiler.SyntaxKind.ExportKeyword);
  const reference = node.moduleReference;
  if (compiler.isExternalModuleReference(reference)) {
    const specifier = textOf(reference.expression);
    const binding = addImport(walk, specifier, node.name, { kind: 'equals', name: '', typeOnly: node.isTypeOnly });
    if (exported) walk.addExport(ownName(node.name.text), binding, walk.startOf(node.name));
    return;
  }
  const binding = walk.declare(ownName(node.name.text), walk.startOf(node.name), { kind: 'const', exported });
  walk.initialize(binding, visitEntityName(walk, reference), node.end);
}

function visitEntityName(walk: Walk, node: ts.EntityName): ValueId {
  const start = walk.startOf(node);
  if (compiler.isIdentifier(node)) return walk.addReference(ownName(node.text), start, node.end);
  const object = visitEntityName(walk, node.left);
  const [name, nameStart] = [ownName(node.right.text), walk.startOf(node.right)];
  return walk.add({ kind: 'member', object, name, index: NONE, optional: false, nameStart, start, end: node.end });
}

/** Adds `export { a as b }`, `export { a } from`, `export * from`, `export * as a from`. */
export function visitExport(walk: Walk, node: ts.ExportDeclaration): void {
  const start = walk.startOf(node);
  const specifier = node.moduleSpecifier && textOf(node.moduleSpecifier);
  const clause = node.exportClause;
  if (!clause) walk.facts.exports.push(exportOf({ kind: 'star', name: '', specifier, start }));
  else if (compiler.isNamespaceExport(clause)) {
    walk.facts.exports.push(exportOf({ kind: 're-export', name: ownName(clause.name.text), specifier, imported: '*', start }));
  } else for (const element of clause.elements) visitExportSpecifier(walk, element, specifier);
}

function visitExportSpecifier(walk: Walk, node: ts.ExportSpecifier, specifier: string | undefined): void {
  const start = walk.startOf(node);
  const name = ownName(node.name.text);
  const local = ownName((node.propertyName ?? node.name).text);
  if (specifier !== undefined) {
    walk.facts.exports.push(exportOf({ kind: 're-export', name, specifier, imported: local, start }));
  } else if (walk.namespaceMembers) walk.addExport(local, NONE, start, name);
  else {
    const fact = exportOf({ name, start });
    walk.facts.exports.push(fact);
    walk.names.whenResolved(walk.scope, local, (binding) => (fact.binding = binding));
  }
}

/** Adds `export default value` and `export = value`. */
export function visitExportAssignment(walk: Walk, node: ts.ExportAssignment): void {
  const start = walk.startOf(node);
  if (!node.isExportEquals) addDefaultExport(walk, NONE, visitNamed(walk, node.expression, 'default'), start);
  else walk.facts.exports.push(exportOf({ name: WHOLE_MODULE, value: visitExpression(walk, node.expression), start }));
}

/** Exports a declaration by its binding, or what has no name by its value. */
export function addDefaultExport(walk: Walk, binding: BindingId, value: ValueId, start: Offset): void {
  const target = binding === NONE ? { value } : { binding };
  walk.facts.exports.push(exportOf({ name: 'default', ...target, start }));
}

function textOf(node: ts.Expression): string {
  return compiler.isStringLiteralLike(node) ? ownName(node.text) : '';
}
