import type { ts } from 'ts-morph';
import type { Offset, SuppressionFact } from '../contracts/facts.js';
import { compiler } from './compiler.js';
import { lineAt, skipTrivia } from './positions.js';

const MARK = 'shipworthy-ignore-next-line';
const COMMENT = new RegExp(`(?://|/\\*)[ \\t*]*${MARK}(?![\\w-])([^\\r\\n]*)`, 'g');

/** Reads the suppression comments of a file; the words in a string suppress nothing. */
export function suppressionsOf(file: ts.SourceFile, lineStarts: readonly Offset[]): SuppressionFact[] {
  const suppressions: SuppressionFact[] = [];
  if (!file.text.includes(MARK)) return suppressions;
  for (const match of file.text.matchAll(COMMENT)) {
    if (isInLiteral(file, match.index)) continue;
    const [ids = '', ...reasons] = (match[1] ?? '').replace(/\*\/.*$/, '').split('--');
    suppressions.push({
      line: lineAt(lineStarts, match.index),
      ids: ids.split(/[\s,]+/).filter((id) => id !== ''),
      reason: reasons.join('--').trim(),
    });
  }
  return suppressions;
}

/** What looks like a comment is one, unless the innermost node around it is a literal or the text of an element. */
function isInLiteral(file: ts.SourceFile, offset: Offset): boolean {
  let innermost: ts.Node = file;
  for (let next: ts.Node | undefined = file; next; next = childAt(file, innermost, offset)) innermost = next;
  return compiler.isLiteralExpression(innermost) || compiler.isTemplateLiteralToken(innermost) || compiler.isJsxText(innermost);
}

function childAt(file: ts.SourceFile, node: ts.Node, offset: Offset): ts.Node | undefined {
  return compiler.forEachChild(node, (child) => {
    const start = compiler.isJsxText(child) ? child.pos : skipTrivia(file.text, child.pos, child.end);
    return start <= offset && offset < child.end ? child : undefined;
  });
}
