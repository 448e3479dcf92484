import type { ts } from 'ts-morph';
import {
  BREAKS,
  BREAKS_LABEL,
  closeBlock,
  COMPLETES,
  CONTINUES,
  CONTINUES_LABEL,
  openBlock,
  RETURNS,
  THROWS,
  type Completion,
} from './blocks.js';
import { visitSwitch, visitTry } from './branches.js';
import { compiler } from './compiler.js';
import { visitDo, visitFor, visitForEach, visitIf, visitWhile } from './loops.js';
import { visitExpression } from './expressions.js';
import {
  visitClassDeclaration,
  visitEnum,
  visitFunctionDeclaration,
  visitInterface,
  visitNamespace,
  visitTypeAlias,
  visitVariableStatement,
} from './declarations.js';
import { visitExport, visitExportAssignment, visitImport, visitImportEquals } from './modules.js';
import { neverReturns } from './operators.js';
import type { Walk } from './walk.js';
import { ownText } from './own-text.js';

/** Adds the facts of one kind of statement and tells how control leaves it; nothing means that it completes. */
type Visitor = { visit(walk: Walk, node: ts.Statement): Completion | void }['visit'];

const { SyntaxKind } = compiler;

let visitors: readonly (Visitor | undefined)[] | undefined;

/** Adds the facts of a statement and tells how control leaves it. */
export function visitStatement(walk: Walk, node: ts.Statement): Completion {
  visitors ??= visitorTable();
  walk.descend();
  const completion = visitors[node.kind]?.(walk, node) ?? COMPLETES;
  walk.ascend();
  return completion;
}

/** Visits a list of statements; those behind one that always exits are visited too, but decide nothing. */
export function visitStatements(walk: Walk, nodes: readonly ts.Statement[]): Completion {
  let completion = COMPLETES;
  for (const node of nodes) {
    const next = visitStatement(walk, node);
    if (completion & COMPLETES) completion = (completion & ~COMPLETES) | next;
  }
  return completion;
}

/** The directive prologue: string literals that stand alone at the start of a body. */
export function directivesOf(nodes: readonly ts.Statement[]): string[] {
  const directives: string[] = [];
  for (const node of nodes) {
    if (!compiler.isExpressionStatement(node) || !compiler.isStringLiteral(node.expression)) break;
    directives.push(ownText(node.expression.text));
  }
  return directives;
}

function visitBlockStatement(walk: Walk, node: ts.Block): Completion {
  const outer = walk.enterScope();
  const block = openBlock(walk, { kind: 'block' }, walk.startOf(node), node.end);
  const completion = visitStatements(walk, node.statements);
  closeBlock(walk, block, completion);
  walk.scope = outer;
  return completion;
}

function visitExpressionStatement(walk: Walk, node: ts.ExpressionStatement): Completion {
  visitExpression(walk, node.expression);
  return neverReturns(walk, node.expression) ? THROWS : COMPLETES;
}

function visitReturn(walk: Walk, node: ts.ReturnStatement): Completion {
  if (node.expression) walk.facts.functions[walk.function]!.returns.push(visitExpression(walk, node.expression));
  return RETURNS;
}

function visitThrow(walk: Walk, node: ts.ThrowStatement): Completion {
  walk.facts.functions[walk.function]!.throws.push(visitExpression(walk, node.expression));
  return THROWS;
}

function visitBreak(_walk: Walk, node: ts.BreakStatement): Completion {
  return node.label ? BREAKS_LABEL : BREAKS;
}

function visitContinue(_walk: Walk, node: ts.ContinueStatement): Completion {
  return node.label ? CONTINUES_LABEL : CONTINUES;
}

/** Whatever label is meant, control may go on behind this one: with nested labels that is cautious, never wrong. */
function visitLabeled(walk: Walk, node: ts.LabeledStatement): Completion {
  const completion = visitStatement(walk, node.statement);
  const jumps = BREAKS_LABEL | CONTINUES_LABEL;
  return completion & jumps ? (completion & ~jumps) | COMPLETES : completion;
}

function visitWith(walk: Walk, node: ts.WithStatement): Completion {
  visitExpression(walk, node.expression);
  return visitStatement(walk, node.statement);
}

/** A table by kind rather than a `switch`: the compiler's enum is no constant, so a switch would compare case by case. */
function visitorTable(): (Visitor | undefined)[] {
  const table: (Visitor | undefined)[] = [];
  const on = (visitor: Visitor, ...kinds: ts.SyntaxKind[]): void => kinds.forEach((kind) => (table[kind] = visitor));
  on(visitBlockStatement, SyntaxKind.Block);
  on(visitExpressionStatement, SyntaxKind.ExpressionStatement);
  on(visitVariableStatement, SyntaxKind.VariableStatement);
  on(visitReturn, SyntaxKind.ReturnStatement);
  on(visitThrow, SyntaxKind.ThrowStatement);
  on(visitBreak, SyntaxKind.BreakStatement);
  on(visitContinue, SyntaxKind.ContinueStatement);
  on(visitLabeled, SyntaxKind.LabeledStatement);
  on(visitWith, SyntaxKind.WithStatement);
  on(visitIf, SyntaxKind.IfStatement);
  on(visitWhile, SyntaxKind.WhileStatement);
  on(visitDo, SyntaxKind.DoStatement);
  on(visitFor, SyntaxKind.ForStatement);
  on(visitForEach, SyntaxKind.ForOfStatement, SyntaxKind.ForInStatement);
  on(visitSwitch, SyntaxKind.SwitchStatement);
  on(visitTry, SyntaxKind.TryStatement);
  on(visitFunctionDeclaration, SyntaxKind.FunctionDeclaration);
  on(visitClassDeclaration, SyntaxKind.ClassDeclaration);
  on(visitInterface, SyntaxKind.InterfaceDeclaration);
  on(visitTypeAlias, SyntaxKind.TypeAliasDeclaration);
  on(visitEnum, SyntaxKind.EnumDeclaration);
  on(visitNamespace, SyntaxKind.ModuleDeclaration);
  on(visitImport, SyntaxKind.ImportDeclaration);
  on(visitImportEquals, SyntaxKind.ImportEqualsDeclaration);
  on(visitExport, SyntaxKind.ExportDeclaration);
  on(visitExportAssignment, SyntaxKind.ExportAssignment);
  return table;
}
