import type { ts } from 'ts-morph';
import type { Offset, PropertyFact, ValueId } from '../contracts/facts.js';
import { compiler } from './compiler.js';
import { visitExpression } from './expressions.js';
import type { Walk } from './walk.js';
import { ownName, ownText } from './own-text.js';

type JsxRoot = ts.JsxElement | ts.JsxSelfClosingElement | ts.JsxFragment;

/** Adds a JSX element or fragment. */
export function visitJsx(walk: Walk, node: JsxRoot, start: Offset): ValueId {
  if (compiler.isJsxFragment(node)) {
    return walk.add({ kind: 'jsx', name: '', attributes: [], children: visitChildren(walk, node.children), start, end: node.end });
  }
  const opening = compiler.isJsxElement(node) ? node.openingElement : node;
  const attributes = opening.attributes.properties.map((attribute) => visitAttribute(walk, attribute));
  const children = compiler.isJsxElement(node) ? visitChildren(walk, node.children) : [];
  return walk.add({ kind: 'jsx', name: tagNameOf(walk, opening.tagName), attributes, children, start, end: node.end });
}

function tagNameOf(walk: Walk, node: ts.JsxTagNameExpression): string {
  return ownName(walk.file.text.slice(walk.startOf(node), node.end));
}

function visitAttribute(walk: Walk, node: ts.JsxAttributeLike): PropertyFact {
  const start = walk.startOf(node);
  if (compiler.isJsxSpreadAttribute(node)) return { name: null, kind: 'spread', value: visitExpression(walk, node.expression), start };
  const name = ownName(walk.file.text.slice(start, node.name.end));
  return { name, kind: 'value', value: visitAttributeValue(walk, node, start), start };
}

/** An attribute without a value is true. */
function visitAttributeValue(walk: Walk, node: ts.JsxAttribute, start: Offset): ValueId {
  const { initializer } = node;
  if (!initializer) return walk.add({ kind: 'literal', value: true, type: 'boolean', start, end: node.end });
  if (!compiler.isJsxExpression(initializer)) return visitExpression(walk, initializer);
  return initializer.expression ? visitExpression(walk, initializer.expression) : walk.addUnknown(start, node.end);
}

function visitChildren(walk: Walk, nodes: readonly ts.JsxChild[]): ValueId[] {
  const children: ValueId[] = [];
  for (const node of nodes) {
    if (compiler.isJsxText(node)) {
      const value = ownText(node.text.trim());
      if (value) children.push(walk.add({ kind: 'literal', value, type: 'string', start: node.pos, end: node.end }));
    } else if (!compiler.isJsxExpression(node)) children.push(visitExpression(walk, node));
    else if (node.expression) children.push(visitExpression(walk, node.expression));
  }
  return children;
}
