/** The name of the module that a `require` loads, where the file itself says it in other words than one text. */
import type { ts } from 'ts-morph';
import { compiler } from './compiler.js';

const { SyntaxKind } = compiler;

/**
 * @param argument what `require` or `import` is given
 * @param file that it stands in
 * @returns the name as it is written for a relative module: of `__dirname + '/routes'`, of `path.join(__dirname, 'routes')` and of a constant; null where the file does not say it
 */
export function moduleNameOf(argument: ts.Expression, file: ts.SourceFile): string | null {
  const text = textOf(argument, file);
  if (text === null) return null;
  return text.startsWith(HERE) ? relative(text.slice(HERE.length)) : text;
}

/** Stands for the directory of the file; no name begins so. */
const HERE = '\0';

function relative(path: string): string {
  return path === '' ? '.' : path.startsWith('/') ? `.${path}` : `./${path}`;
}

function textOf(node: ts.Expression, file: ts.SourceFile): string | null {
  if (compiler.isStringLiteralLike(node)) return node.text;
  if (compiler.isParenthesizedExpression(node)) return textOf(node.expression, file);
  if (compiler.isIdentifier(node)) return node.text === '__dirname' ? HERE : constantNamed(node.text, file);
  if (compiler.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.PlusToken) return joined([textOf(node.left, file), textOf(node.right, file)], '');
  if (compiler.isTemplateExpression(node)) return joined([node.head.text, ...node.templateSpans.flatMap((span) => [textOf(span.expression, file), span.literal.text])], '');
  if (!compiler.isCallExpression(node) || !compiler.isPropertyAccessExpression(node.expression) || !/^(?:join|resolve)$/.test(node.expression.name.text)) return null;
  const parts = node.arguments.map((argument) => textOf(argument, file));
  return parts[0]?.startsWith(HERE) === true ? joined(parts, '/') : null;
}

function joined(parts: readonly (string | null)[], between: string): string | null {
  return parts.includes(null) ? null : parts.join(between);
}

/** `const name = './index'` at the top of the file. */
function constantNamed(name: string, file: ts.SourceFile): string | null {
  for (const statement of file.statements) {
    if (!compiler.isVariableStatement(statement) || (statement.declarationList.flags & compiler.NodeFlags.Const) === 0) continue;
    const declared = statement.declarationList.declarations.find((each) => compiler.isIdentifier(each.name) && each.name.text === name);
    if (declared?.initializer !== undefined) return compiler.isStringLiteralLike(declared.initializer) ? declared.initializer.text : null;
  }
  return null;
}
