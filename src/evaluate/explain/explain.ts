/** Judges the sites on one line again, and keeps what every clause answered and every value that was followed on the way. */
import type { Location, SiteResult } from '../../contracts/audit.js';
import type { ClauseAnswer, FollowedValue, SiteExplanation, UseAtPlace } from '../../contracts/explanation.js';
import type { LinkedFile, Program, Trace, ValueRef } from '../../contracts/program.js';
import type { Rule, Rulebook } from '../../contracts/rules.js';
import type { Answer } from '../answer.js';
import type { Judge } from '../compiler.js';
import { keyOf } from '../file-uses.js';
import { Evaluation } from '../evaluation.js';
import { compileRule, WHOLE_PACKAGE } from '../judge-rule.js';
import type { CompiledRule } from '../judge-rule.js';
import { judgeSite } from '../judge-site.js';
import type { Candidate } from '../sites/index.js';
import { Sources } from '../sources.js';
import { wordsOf } from './wording.js';

/** Values that are told of one site. */
const MAXIMUM_FLOWS = 6;

/** API uses on a line of a file, in source order. */
export function usesAt(program: Program, file: LinkedFile, line: number): UseAtPlace[] {
  return file.facts.values.flatMap((_fact, id) => {
    const ref: ValueRef = { file, id };
    const { line: first } = program.location(ref);
    if (first !== line) return [];
    return program.rolesAt(ref).map(({ role, path, confidence }) => ({ role, path, confidence, written: program.describe(ref) }));
  });
}

/**
 * @returns a function from a program and a place to one explanation for each rule and site there: sites that begin on the line,
 *   or, when there is none, the smallest that span it
 */
export function explainWith(rulebook: Rulebook): (program: Program, file: LinkedFile, line: number) => SiteExplanation[] {
  const compiled = rulebook.rules.map((rule) => compileRule(rule));
  return (program, file, line) => {
    const log = new FlowLog(program);
    const sources = new Sources(program);
    const ofPackage = new Evaluation(log.program, file.package, sources);
    const ofRepository = new Evaluation(log.program, file.package, sources, 'repository');
    const found = compiled.flatMap((rule) => {
      const evaluation = rule.scope === 'repository' ? ofRepository : ofPackage;
      return candidatesOn(rule, evaluation, file, line).map((candidate) => ({ rule, candidate, evaluation }));
    });
    const starting = found.filter(({ candidate }) => placeOf(candidate, program).line === line);
    const chosen = starting.length > 0 ? starting : smallest(found, program);
    return worstOfEach(chosen.map(({ rule, candidate, evaluation }) => explainSite(rule, candidate, evaluation, log)));
  };
}

const SEVERITY: Record<SiteExplanation['verdict'], number> = { fail: 4, unknown: 3, pass: 2, ignored: 1, 'not-applicable': 0 };

/** An API may be known under two roles, which makes two sites of one place; the report keeps the worse, and so does this. */
function worstOfEach(sites: readonly SiteExplanation[]): SiteExplanation[] {
  const kept = new Map<string, SiteExplanation>();
  for (const site of sites) {
    const { line, column, endLine, endColumn } = site.location;
    const key = [site.ruleId, line, column, endLine, endColumn].join(':');
    const other = kept.get(key);
    if (other === undefined || SEVERITY[site.verdict] > SEVERITY[other.verdict]) kept.set(key, site);
  }
  return [...kept.values()];
}

function candidatesOn(rule: CompiledRule, evaluation: Evaluation, file: LinkedFile, line: number): Candidate[] {
  return rule.select(evaluation).filter((candidate) => {
    if (candidate.site.value?.file !== file) return false;
    const place = placeOf(candidate, evaluation.program);
    return place.line <= line && line <= place.endLine;
  });
}

function placeOf({ site }: Candidate, program: Program): Location {
  return program.location(site.value!);
}

function smallest<Found extends { candidate: Candidate }>(found: readonly Found[], program: Program): Found[] {
  const height = ({ candidate }: Found) => placeOf(candidate, program).endLine - placeOf(candidate, program).line;
  const least = Math.min(...found.map(height));
  return found.filter((each) => height(each) === least);
}

function explainSite(compiled: CompiledRule, candidate: Candidate, evaluation: Evaluation, log: FlowLog): SiteExplanation {
  const { rule } = compiled;
  log.start();
  const applies = compiled.applies === null || rule.applies === null ? null : compiled.applies(WHOLE_PACKAGE, evaluation);
  const result = judgeSite(compiled.clauses, candidate, evaluation);
  const clauses = clausesOf(compiled, candidate, evaluation, applies);
  return {
    ruleId: rule.id,
    title: rule.title,
    priority: result?.priority ?? rule.priority,
    verdict: applies?.truth === 'no' ? 'not-applicable' : (result?.verdict ?? 'ignored'),
    location: placeOf(candidate, evaluation.program),
    label: candidate.site.label,
    message: messageOf(rule, applies, result),
    confidence: result?.confidence ?? candidate.site.confidence,
    clauses,
    flows: log.flows(),
  };
}

function messageOf(rule: Rule, applies: Answer | null, result: SiteResult | null): string {
  if (applies?.truth === 'no') return rule.applies?.reason ?? '';
  return result?.message ?? 'the rule leaves it out';
}

function clausesOf(compiled: CompiledRule, { site }: Candidate, evaluation: Evaluation, applies: Answer | null): ClauseAnswer[] {
  const { rule, clauses } = compiled;
  const answered = (kind: ClauseAnswer['kind'], words: string, { truth, evidence }: Answer): ClauseAnswer => ({ kind, words, truth, reason: evidence.reason });
  const ask = (judge: Judge) => judge(site, evaluation);
  const all: ClauseAnswer[] = [
    ...(applies === null || rule.applies === null ? [] : [answered('applies', wordsOf(rule.applies.when), applies)]),
    ...(clauses.ignores === null || rule.ignores === null ? [] : [answered('ignores', wordsOf(rule.ignores), ask(clauses.ignores))]),
    ...clauses.fails.map((clause, index) => answered('fails', wordsOf(rule.fails[index]!.when), ask(clause.when))),
    ...clauses.passes.map((clause, index) => answered('passes', wordsOf(rule.passes[index]!.when), ask(clause.when))),
  ];
  // What comes after the clause that decided was never asked.
  const deciding = all.findIndex(({ kind, truth }) => truth === (kind === 'applies' ? 'no' : 'yes'));
  return deciding < 0 ? all : all.slice(0, deciding + 1);
}

/** A program that remembers which values it was asked to follow. */
class FlowLog {
  readonly program: Program;
  private asked: { ref: ValueRef; sink: string; trace: Trace }[] = [];

  constructor(private readonly inner: Program) {
    const trace: Program['trace'] = (ref, options) => {
      const result = inner.trace(ref, options);
      this.asked.push({ ref, sink: options.sink, trace: result });
      return result;
    };
    this.program = Object.create(inner, { trace: { value: trace } }) as Program;
  }

  start(): void {
    this.asked = [];
  }

  /** A value of which all ends were told with another one (a part of the text that was followed whole) is left out. */
  flows(): FollowedValue[] {
    const distinct = new Map(this.asked.map((each) => [`${keyOf(each.ref)}:${each.sink}`, each]));
    const told = new Set<string>();
    const telling = [...distinct.values()].filter(({ sink, trace }) => {
      const ends = trace.origins.map(({ kind, value }) => `${sink}:${kind}:${keyOf(value)}`);
      const isNew = ends.length === 0 || ends.some((end) => !told.has(end));
      for (const end of ends) told.add(end);
      return isNew;
    });
    return telling.slice(0, MAXIMUM_FLOWS).map(({ ref, sink, trace }) => ({
      written: this.inner.describe(ref),
      location: this.inner.location(ref),
      sink,
      ends: trace.origins.map(({ kind, detail, lossy, value, steps }) => ({ kind, detail, lossy, location: this.inner.location(value), written: this.inner.describe(value), steps })),
      truncated: trace.truncated,
    }));
  }
}
