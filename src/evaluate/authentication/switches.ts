/** Refusals that a switch decides: `authenticate(type, isStrict)` makes a guard with `true` and lets everybody on with `false`. */
import type { ChainLink, LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { writtenName } from '../../contracts/written-name.js';

type Constant = string | number | boolean | null;
/** What is known of parameters, by file and binding. */
export type Settings = ReadonlyMap<string, Constant>;

const MAXIMUM_DEPTH = 3;
const SWITCH = /^(?:is_?)?(?:strict|optional|required?|mandatory|enforced?|allow_?anonymous|anonymous|is_?public|public|loose)$/i;

/** The constants with which the functions that make a link were called. */
export function settingsOf(link: ChainLink, program: Program): Settings {
  const settings = new Map<string, Constant>();
  const open: ValueRef[] = [link.value];
  for (let depth = 0; depth < MAXIMUM_DEPTH && open.length > 0; depth += 1) {
    for (const value of open.splice(0)) {
      for (const source of [value, ...program.sourcesOf(value)]) {
        const fact = program.fact(source);
        if (fact.kind !== 'call') continue;
        const args = fact.args.map((id): ValueRef => ({ file: source.file, id }));
        addSettings(source, args, program, settings);
        open.push(...args);
      }
    }
  }
  return settings;
}

function addSettings(call: ValueRef, args: readonly ValueRef[], program: Program, settings: Map<string, Constant>): void {
  for (const { file, id } of program.callees(call)) {
    file.facts.functions[id]!.parameters.forEach((parameter, index) => {
      const given = args[index];
      const constants = given === undefined ? [false] : program.constants(given);
      if (parameter.binding >= 0 && constants?.length === 1) settings.set(`${file.facts.path}#${parameter.binding}`, constants[0]!);
    });
  }
}

/** `always`: as far as switches go; `never`: one that is off keeps it from happening; `switched`: nobody shows how it is set. */
export function stateOf(refusal: ValueRef, settings: Settings, program: Program): 'always' | 'never' | 'switched' {
  let state: 'always' | 'switched' = 'always';
  for (const guard of program.guardsOf(refusal)) {
    if (guard.cases.length > 0) continue;
    const truth = evaluate(guard.condition.file, guard.condition.id, settings, 0);
    if (truth !== null && truth !== guard.holds) return 'never';
    if (truth === null && hasSwitch(guard.condition.file, guard.condition.id, settings, 0)) state = 'switched';
  }
  return state;
}

function evaluate(file: LinkedFile, id: number, settings: Settings, depth: number): boolean | null {
  const fact = file.facts.values[id];
  if (fact === undefined || depth > 8) return null;
  const on = (inner: number) => evaluate(file, inner, settings, depth + 1);
  if (fact.kind === 'unary' && fact.operator === '!') {
    const inner = on(fact.operand);
    return inner === null ? null : !inner;
  }
  if (fact.kind === 'logical') {
    const [left, right] = [on(fact.left), on(fact.right)];
    const deciding = fact.operator === '||';
    if (left === deciding || right === deciding) return deciding;
    return left === null || right === null ? null : !deciding;
  }
  if (fact.kind === 'reference') {
    const setting = settings.get(`${file.facts.path}#${fact.binding}`);
    return setting === undefined ? null : Boolean(setting);
  }
  if (fact.kind !== 'binary' || !/^[!=]==?$/.test(fact.operator)) return null;
  const [left, right] = [constantAt(file, fact.left, settings), constantAt(file, fact.right, settings)];
  return left === undefined || right === undefined ? null : (left === right) === fact.operator.startsWith('=');
}

function constantAt(file: LinkedFile, id: number, settings: Settings): Constant | undefined {
  const fact = file.facts.values[id];
  if (fact?.kind === 'literal') return fact.value;
  return fact?.kind === 'reference' ? settings.get(`${file.facts.path}#${fact.binding}`) : undefined;
}

function hasSwitch(file: LinkedFile, id: number, settings: Settings, depth: number): boolean {
  const fact = file.facts.values[id];
  const on = (inner: number) => depth < 5 && hasSwitch(file, inner, settings, depth + 1);
  if (fact?.kind === 'logical') return on(fact.left) || on(fact.right);
  if (fact?.kind === 'unary') return fact.operator === '!' && on(fact.operand);
  if (fact?.kind === 'binary') return /^[!=]==?$/.test(fact.operator) && on(fact.left);
  return SWITCH.test(writtenName(fact) ?? '') && !(fact?.kind === 'reference' && settings.has(`${file.facts.path}#${fact.binding}`));
}
