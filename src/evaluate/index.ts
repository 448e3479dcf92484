/**
 * Judges a program by the rules: a population of sites for each rule and package, and for each site whether the control is
 * there. Knows no library and no rule by name; it reads the program only through `contracts/program.ts`.
 */
import type { Outcome } from '../contracts/audit.js';
import type { Program } from '../contracts/program.js';
import type { Rule, Rulebook } from '../contracts/rules.js';
import { Evaluation } from './evaluation.js';
import type { Scope } from './evaluation.js';
import { compileRule, judgeRule } from './judge-rule.js';
import type { CompiledRule } from './judge-rule.js';
import { Sources } from './sources.js';

export { explainWith, usesAt } from './explain/explain.js';
export { pathMatcher } from './files.js';

export interface EvaluateOptions {
  /** Throw when a rule fails instead of reporting it, for our own tests. */
  rethrow?: boolean;
}

/**
 * Compiles the rules once.
 *
 * @returns a function from a program to one outcome for each rule of the repository (none where there is no production source), then for each package with production source
 *   and each other rule, in that order. A rule that throws has an outcome of kind `error`; the others are not affected.
 */
export function evaluateWith(rulebook: Rulebook, options: EvaluateOptions = {}): (program: Program) => Outcome[] {
  const compiled = rulebook.rules.map((rule) => attempt(() => compileRule(rule), options));
  return (program) => {
    const sources = new Sources(program);
    const packages = program.packages.filter((each) => sources.packages.has(each.directory));
    const judgeAll = (evaluation: Evaluation, scope: Scope) =>
      rulebook.rules.flatMap((rule, index) => (scopeOf(compiled[index]!) === scope ? [judge(rule, compiled[index]!, evaluation, options)] : []));
    return [
      ...(packages.length === 0 ? [] : program.packages.slice(0, 1)).flatMap((root) => judgeAll(new Evaluation(program, root, sources, 'repository'), 'repository')),
      ...packages.flatMap((each) => judgeAll(new Evaluation(program, each, sources), 'package')),
    ];
  };
}

/** What could not be compiled fails in every package alike. */
function scopeOf(compiled: Attempt<CompiledRule>): Scope {
  return 'error' in compiled ? 'package' : compiled.result.scope;
}

type Attempt<Result> = { result: Result } | { error: string };

function judge(rule: Rule, compiled: Attempt<CompiledRule>, evaluation: Evaluation, options: EvaluateOptions): Outcome {
  const judged = 'error' in compiled ? compiled : attempt(() => judgeRule(compiled.result, evaluation), options);
  if ('result' in judged) return judged.result;
  return { ruleId: rule.id, package: evaluation.package.directory, kind: 'error', reason: judged.error, sites: [] };
}

function attempt<Result>(action: () => Result, options: EvaluateOptions): Attempt<Result> {
  try {
    return { result: action() };
  } catch (error) {
    if (options.rethrow === true) throw error;
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
