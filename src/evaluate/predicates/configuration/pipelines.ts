/** `pipeline.*`: what the pipelines of a repository come down to, through the scripts of its package. */
import type { DocumentFacts } from '../../../contracts/document-facts.js';
import type { Program } from '../../../contracts/program.js';
import { lineAt } from '../../conditions/files.js';
import { NO, yes } from '../../answer.js';
import type { Predicate } from '../index.js';

/** A script that runs another one, and that one the next. */
const MAXIMUM_SCRIPTS = 4;
/** `yarn validate`, `npm run -s check`, `pnpm --filter api run ci`. */
const RUNS_SCRIPT = /\b(?:npm|pnpm|yarn|bun)(?:\s+-{1,2}[\w-]+(?:=\S+)?)*\s+(?:run(?:-script)?\s+)?(?:-{1,2}[\w-]+\s+)*([\w:.-]+)/g;
/** `run-s lint test:*`, `npm-run-all --parallel lint test`. */
const RUNS_SEVERAL = /\b(?:run-[sp]|npm-run-all\d?)\s+([^&|;]+)/g;
const RUNNERS = /\b(?:vitest|jest|mocha|ava|tap|lab|c8|nyc|cypress|playwright|jasmine)\b|\bnode\b.*\s--test\b|^\s*react-scripts test\b/;

const LINTERS = /\b(?:eslint|biome|oxlint|xo|standard|tslint|prettier|tsc|jshint|rome)\b/;

/** `pipeline.by-script`, `with:` tests or linter: a pipeline runs a script of the package that, itself or through another one, runs them. */
export const byScript: Predicate = (_site, operand, { program }) => {
  if (operand !== 'tests' && operand !== 'linter') throw new Error('`pipeline.by-script` takes `with:` tests or linter');
  const wanted = operand === 'tests' ? RUNNERS : LINTERS;
  const scripts = scriptsOf(program);
  for (const document of program.documents) {
    if (document.class !== 'ci') continue;
    for (const { value, line } of document.entries) {
      const name = namesIn(value).find((each) => runs(each, wanted, scripts, 0));
      if (name !== undefined) return yes({ reason: `${document.path} runs the script ${name}`, related: [{ location: lineAt(document.path, line), text: `runs the script ${name}` }] });
    }
  }
  return NO;
};

function runs(name: string, wanted: RegExp, scripts: ReadonlyMap<string, string>, depth: number): boolean {
  const script = scripts.get(name);
  if (script === undefined || depth > MAXIMUM_SCRIPTS) return false;
  return wanted.test(script) || namesIn(script).some((each) => runs(each, wanted, scripts, depth + 1));
}

function namesIn(command: string): string[] {
  const several = [...command.matchAll(RUNS_SEVERAL)].flatMap((match) => (match[1] ?? '').split(/\s+/));
  return [...[...command.matchAll(RUNS_SCRIPT)].map((match) => match[1]!), ...several];
}

/** Of the package at the top of the repository. */
function scriptsOf(program: Program): ReadonlyMap<string, string> {
  const manifest = program.documents.find(({ path }: DocumentFacts) => path === 'package.json');
  return new Map((manifest?.entries ?? []).flatMap(({ key, value }) => (key.startsWith('scripts.') ? [[key.slice('scripts.'.length), value] as const] : [])));
}
