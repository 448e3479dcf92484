import type { ts } from 'ts-morph';
import type { FileFacts, SyntaxErrorFact } from '../contracts/facts.js';
import { closeBlock } from './blocks.js';
import { settleCommonJsExports } from './commonjs.js';
import { compiler } from './compiler.js';
import { addConstructorFunctions } from './constructor-functions.js';
import { operationsOf } from './described-operations.js';
import { emptyFacts } from './empty-facts.js';
import { opensOf } from './open-routes.js';
import { schemaRemarksOf } from './schemas/left-out-references.js';
import { sortFacts } from './source-order.js';
import { directivesOf, visitStatements } from './statements.js';
import { suppressionsOf } from './suppressions.js';
import { TooDeeplyNested, Walk } from './walk.js';

const MOST_SYNTAX_ERRORS = 10;

const PARSE_OPTIONS: ts.CreateSourceFileOptions = {
  languageVersion: compiler.ScriptTarget.Latest,
  jsDocParsingMode: compiler.JSDocParsingMode.ParseNone,
};

/**
 * Extracts the facts of one TypeScript or JavaScript file. Pure, and never throws: what cannot be parsed leaves fewer
 * facts and a syntax error.
 */
export function extractSource(path: string, text: string): FileFacts {
  try {
    return extract(path, text);
  } catch (error) {
    if (!(error instanceof TooDeeplyNested) && !(error instanceof RangeError)) throw error;
    resetParser();
    const facts = emptyFacts(path, text);
    facts.syntaxErrors.push({ message: 'too deeply nested', start: 0 });
    return facts;
  }
}

function extract(path: string, text: string): FileFacts {
  const file = compiler.createSourceFile(path, text, PARSE_OPTIONS, false, scriptKindOf(path));
  const facts = emptyFacts(path, text);
  const walk = new Walk(file, facts);
  closeBlock(walk, 0, visitStatements(walk, file.statements));
  walk.names.resolve();
  settleCommonJsExports(walk);
  facts.directives = directivesOf(file.statements);
  facts.suppressions = suppressionsOf(file, facts.lineStarts);
  const operations = operationsOf(text);
  if (operations.length > 0) facts.operations = operations;
  const opens = opensOf(text);
  if (opens.length > 0) facts.saidOpen = opens;
  const remarks = schemaRemarksOf(text);
  if (remarks.length > 0) facts.schemaRemarks = remarks;
  facts.syntaxErrors = syntaxErrorsOf(file);
  sortFacts(facts);
  addConstructorFunctions(facts);
  return facts;
}

/** The compiler's parser is one object for all files; a stack overflow leaves it dirty until it finishes a file. */
function resetParser(): void {
  compiler.createSourceFile('empty.ts', '', PARSE_OPTIONS);
}

function syntaxErrorsOf(file: ts.SourceFile): SyntaxErrorFact[] {
  const { parseDiagnostics = [] } = file as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] };
  return parseDiagnostics.slice(0, MOST_SYNTAX_ERRORS).map((diagnostic) => ({
    message: compiler.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
    start: diagnostic.start,
  }));
}

/** By the end of the path; what has no known ending is read as the widest JavaScript. */
function scriptKindOf(path: string): ts.ScriptKind {
  if (/\.tsx$/i.test(path)) return compiler.ScriptKind.TSX;
  if (/\.[cm]?ts$/i.test(path)) return compiler.ScriptKind.TS;
  return compiler.ScriptKind.JSX;
}
