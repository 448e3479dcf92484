/**
 * Cases of eslint-community/eslint-plugin-security (test/rules): programs given as strings to ESLint's RuleTester. They are read
 * out of the test files' syntax; nothing of them is run.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ts } from 'ts-morph';
import { ESLINT_SECURITY_FAMILIES } from './families.mjs';

/** @returns {{ family: string, name: string, extension: string, text: string, expected: number[] | 'anywhere' }[]} */
export function eslintSecurityCases(directory) {
  const rules = Object.entries(ESLINT_SECURITY_FAMILIES).flatMap(([family, names]) => names.map((name) => ({ family, name })));
  return rules.flatMap(({ family, name }) => {
    const file = join(directory, 'test/rules', `${name}.js`);
    if (!existsSync(file)) return [];
    return programsOf(file).map(({ text, bad }, index) => ({
      family,
      name: `eslint-plugin-security ${name} #${index + 1}`,
      extension: '.js',
      text,
      expected: bad ? 'anywhere' : [],
    }));
  });
}

/** Every string in a list called `valid` or `invalid`, alone or as `code:`. */
function programsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && ts.isArrayLiteralExpression(node.initializer)) {
      const list = node.name.text;
      if (list === 'valid' || list === 'invalid') {
        for (const element of node.initializer.elements) {
          const text = textOf(element);
          if (text !== null) found.push({ text, bad: list === 'invalid' });
        }
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textOf(element) {
  if (ts.isStringLiteralLike(element)) return element.text;
  if (!ts.isObjectLiteralExpression(element)) return null;
  const code = element.properties.find((property) => ts.isPropertyAssignment(property) && property.name.text === 'code');
  return code === undefined ? null : textOf(code.initializer);
}
