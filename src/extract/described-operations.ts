/** What comments describe of an API, for tools that make an OpenAPI document of them (swagger-jsdoc, apidoc and their kin). */
import type { Offset, OperationFact } from '../contracts/facts.js';

const COMMENT = /\/\*\*[\s\S]*?\*\//g;
const MARK = /@(?:openapi|swagger)\b/;
/** What stands before a line of YAML. */
const LINE = /^[ \t]*(?:\*[ \t]*)?/;
const PATH = /^["']?(\/[^"'\s]*?)["']?:$/;
const METHOD = /^(get|put|post|delete|patch|head|options|trace):/i;
/** `@api {get} /users/:id Title`. */
const APIDOC = /@api\s+\{(\w+)\}\s+(\/\S*)/g;

/** @returns in source order; linear in the text, and at once where it names none of the tools' marks. */
export function operationsOf(text: string): OperationFact[] {
  if (!text.includes('@openapi') && !text.includes('@swagger') && !text.includes('@api ')) return [];
  return [...text.matchAll(COMMENT)].flatMap((match) => (MARK.test(match[0]) ? ofYaml(match[0], match.index) : ofApidoc(match[0], match.index)));
}

/** The methods under a path are those that are written further right than it. */
function ofYaml(comment: string, start: Offset): OperationFact[] {
  const operations: OperationFact[] = [];
  let path: { text: string; indent: number } | null = null;
  for (const line of comment.split('\n')) {
    const [before = ''] = LINE.exec(line) ?? [];
    const space = before.slice(before.indexOf('*') + 1);
    const content = line.slice(before.length).trimEnd();
    const text = PATH.exec(content)?.[1];
    const method = METHOD.exec(content)?.[1];
    if (text !== undefined) path = { text, indent: space.length };
    else if (method !== undefined && path !== null && space.length > path.indent) operations.push({ method: method.toUpperCase(), path: path.text, start });
  }
  return operations;
}

function ofApidoc(comment: string, start: Offset): OperationFact[] {
  return [...comment.matchAll(APIDOC)].map((match) => ({ method: match[1]!.toUpperCase(), path: match[2]!, start }));
}
