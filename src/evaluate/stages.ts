/** The stage that a condition tells of: production, or another one. */
import type { Program, ValueRef } from '../contracts/program.js';
import { keyOf } from './file-uses.js';
import { IS_OTHER_STAGE, IS_PRODUCTION, OTHER_STAGE_SWITCH, PRODUCTION, STAGE_NAME } from './names/stage-names.js';

/** Variables by which deployments tell their stage; NODE_ENV is Node's convention, the others are customary. */
const STAGE_VARIABLE = /^((NEXT_PUBLIC|NUXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|PUBLIC)_)?(NODE_ENV|APP_ENV|APP_STAGE|ENVIRONMENT|ENV|STAGE|DEPLOY_ENV|DEPLOYMENT_ENV|VERCEL_ENV|RAILS_ENV)$/;
/** How a program's own settings call the stage: `config.env`, `settings.nodeEnv`, `app.environment`. */
const STAGE_SETTING = /^(node_?|app_?|server_?)?(env|environment|stage)$/i;
const ENVIRONMENT = 'global:process.env.';
/** What switches are set to. */
const ON = /^(?:1|true|yes|on)$/i;
const MAX_DEPTH = 8;

export type Stage = 'production' | 'not-production';

/** The condition that keeps the value to this stage, or null when none does. */
export function guardOfStage(value: ValueRef, wanted: Stage, program: Program): ValueRef | null {
  for (const guard of program.guardsOf(value)) {
    const stages = guard.cases.length > 0 ? [stageOfCases(guard.condition, guard.cases, program)] : stagesImplied(guard.condition, guard.holds, program, 0);
    if (stages.includes(wanted)) return guard.condition;
  }
  return null;
}

/** Does the condition, having this truth, say that this is not production? */
export function impliesNotProduction(condition: ValueRef, program: Program, holds = true): boolean {
  return stagesImplied(condition, holds, program, 0).includes('not-production');
}

/** Stages that follow when the condition has this truth. */
function stagesImplied(condition: ValueRef, holds: boolean, program: Program, depth: number): (Stage | null)[] {
  if (depth > MAX_DEPTH) return [];
  const fact = program.fact(condition);
  const part = (id: number): ValueRef => ({ file: condition.file, id });
  if (fact.kind === 'unary' && fact.operator === '!') return stagesImplied(part(fact.operand), !holds, program, depth + 1);
  if (fact.kind === 'logical' && ((fact.operator === '&&' && holds) || (fact.operator === '||' && !holds))) {
    return [fact.left, fact.right].flatMap((id) => stagesImplied(part(id), holds, program, depth + 1));
  }
  if (fact.kind === 'logical' && fact.operator !== 'default') return bothAgree([fact.left, fact.right].map((id) => stagesImplied(part(id), holds, program, depth + 1)));
  if (fact.kind === 'call') {
    const listed = stageOfList(condition, program);
    if (listed !== null) return holds ? [listed] : [];
  }
  if (fact.kind === 'binary') return [stageOfComparison(fact.operator, part(fact.left), part(fact.right), holds, program)];
  const name = fact.kind === 'reference' || fact.kind === 'member' ? fact.name : null;
  if (name !== null && IS_PRODUCTION.test(name)) return [holds ? 'production' : 'not-production'];
  const [source, ...others] = program.sourcesOf(condition);
  const isOpen = source === undefined || others.length > 0 || (source.id === condition.id && source.file === condition.file);
  if (!isOpen) return stagesImplied(source, holds, program, depth + 1);
  return name !== null && holds && (IS_OTHER_STAGE.test(name) || isSwitchOfOtherStage(condition, program)) ? ['not-production'] : [];
}

/** A variable of the environment that is named for work on the program, or for its tests. */
function isSwitchOfOtherStage(value: ValueRef, program: Program): boolean {
  return program.apiPaths(value).some((path) => path.startsWith(ENVIRONMENT) && OTHER_STAGE_SWITCH.test(path.slice(ENVIRONMENT.length)));
}

/** Of two alternatives only what both imply is certain. */
function bothAgree([first = [], second = []]: (Stage | null)[][]): (Stage | null)[] {
  return first.filter((stage) => second.includes(stage));
}

function stageOfComparison(operator: string, left: ValueRef, right: ValueRef, holds: boolean, program: Program): Stage | null {
  const equality = { '===': true, '==': true, '!==': false, '!=': false }[operator];
  if (equality === undefined) return null;
  for (const [asked, other] of [[left, right], [right, left]] as const) {
    const names = program.constants(other);
    if (names?.length !== 1) continue;
    const name = String(names[0]);
    if (ON.test(name) && isSwitchOfOtherStage(asked, program)) return equality === holds ? 'not-production' : null;
    if (readsStage(asked, program) || (STAGE_NAME.test(name) && isCalledStage(asked, program))) return stageOf(name, equality === holds);
  }
  return null;
}

/** `['development', 'test'].includes(process.env.NODE_ENV)`: which stage it tells of when it holds. */
function stageOfList(call: ValueRef, program: Program): Stage | null {
  const fact = program.fact(call);
  const at = (id: number): ValueRef => ({ file: call.file, id });
  const callee = fact.kind === 'call' && fact.args.length === 1 ? program.fact(at(fact.callee)) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'includes') return null;
  const list = program.fact(at(callee.object));
  const names = list.kind === 'array' ? list.elements.map((id) => program.constants(at(id))) : [];
  const stages = names.map((each) => (each?.length === 1 && STAGE_NAME.test(String(each[0])) ? stageOf(String(each[0]), true) : null));
  const [first = null] = stages;
  const asked = at(fact.args[0]!);
  return stages.every((stage) => stage === first) && (readsStage(asked, program) || isCalledStage(asked, program)) ? first : null;
}

/** `getNodeEnvironment()`, `nodeEnv()`. */
const STAGE_FUNCTION = /^(?:get_?|current_?)?(?:node|app)_?env(?:ironment)?$/i;

/** `config.env`, `app.get('env')`, `getNodeEnvironment()`: a setting of the program's own, wherever it comes from. */
function isCalledStage(value: ValueRef, program: Program): boolean {
  const fact = program.fact(value);
  if (fact.kind === 'reference' || fact.kind === 'member') return fact.name !== null && STAGE_SETTING.test(fact.name);
  const [argument] = fact.kind === 'call' ? fact.args : [];
  const called = fact.kind === 'call' && fact.args.length === 0 ? program.fact({ file: value.file, id: fact.callee }) : null;
  if (called !== null && (called.kind === 'reference' || called.kind === 'member')) return called.name !== null && STAGE_FUNCTION.test(called.name);
  const name = argument === undefined ? null : program.constants({ file: value.file, id: argument });
  return fact.kind === 'call' && fact.args.length === 1 && name?.length === 1 && STAGE_SETTING.test(String(name[0]));
}

function stageOf(name: string, isIt: boolean): Stage | null {
  if (PRODUCTION.test(name)) return isIt ? 'production' : 'not-production';
  return isIt ? 'not-production' : null;
}

function stageOfCases(discriminant: ValueRef, cases: readonly ValueRef[], program: Program): Stage | null {
  if (!readsStage(discriminant, program)) return null;
  const stages = cases.map((each) => program.constants(each)).map((names) => (names?.length === 1 ? stageOf(String(names[0]), true) : null));
  const [first] = stages;
  return first !== undefined && stages.every((stage) => stage === first) ? first : null;
}

/** Is the value, possibly through a variable and a default, the variable that names the stage? */
export function readsStage(value: ValueRef, program: Program): boolean {
  return [value, ...program.sourcesOf(value)].some((source) => {
    if (program.apiPaths(source).some((path) => path.startsWith(ENVIRONMENT) && STAGE_VARIABLE.test(path.slice(ENVIRONMENT.length)))) return true;
    return stageReads(program).has(keyOf(source));
  });
}

/** Reads of the variables that name the stage, by key. */
function stageReads(program: Program): ReadonlySet<string> {
  let known = STAGE_READS.get(program);
  if (known === undefined) {
    const reads = program.environment.reads.filter((read) => STAGE_VARIABLE.test(read.name));
    STAGE_READS.set(program, (known = new Set(reads.map((read) => keyOf(read.value)))));
  }
  return known;
}

const STAGE_READS = new WeakMap<Program, ReadonlySet<string>>();
