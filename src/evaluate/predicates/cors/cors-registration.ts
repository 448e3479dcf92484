/** `cors.switched-on`, `cors.overruled`: under which condition, and before what, a CORS setting is registered. */
import { NONE } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, yes } from '../../answer.js';
import { guardOfStage } from '../../stages.js';
import { usesIn } from '../../file-uses.js';
import { allowedOrigins } from './cors-origins.js';
import type { Predicate } from '../index.js';
import { contextOf } from './origin-expressions.js';
import { isChosenByOperator, isSwitchedOn } from './origin-switches.js';

/** Is it registered only where a setting or a variable of the deployment says so: `if (settings.cors) app.use(cors())`? */
export const switchedOn: Predicate = (site, _operand, { program }) => {
  if (site.role === null || site.value === null) return NO;
  const at = site.role.role === 'http.response.header' ? functionAround(site.value) : site.value;
  if (guardOfStage(at, 'production', program) !== null) return NO;
  const context = contextOf(program);
  return answerOf(isSwitchedOn(at, context) || isChosenByOperator(at, program) || (at !== site.value && isSwitchedOn(site.value, context)));
};

/** Does a later setting on the same application or router, which names its origins, replace what this one sends? */
export const overruled: Predicate = (site, _operand, { program }) => {
  const own = site.value === null ? null : registrationOf(site.value, program);
  if (own === null) return NO;
  const { file } = site.value!;
  const later = program.sitesOf('cors.configure').find((other) => {
    if (other.value.file !== file || program.fact(other.value).start <= program.fact(site.value!).start) return false;
    const registered = registrationOf(other.value, program);
    return registered?.on === own.on && registered.block === own.block && registered.isForAll && allowedOrigins(other, program).every((each) => each.kind === 'listed');
  });
  return later === undefined ? NO : yes({ related: [{ location: program.location(later.value), text: 'a later setting replaces it' }] });
};

interface Registration {
  /** Binding of the application or router. */
  on: number;
  block: number;
  isForAll: boolean;
}

/** `app.use(value)` on a variable of the file. */
function registrationOf({ file, id }: ValueRef, program: Program): Registration | null {
  const around = file.parentOf(id);
  const call = around < 0 ? null : program.fact({ file, id: around });
  const callee = call?.kind === 'call' && call.callee !== id ? program.fact({ file, id: call.callee }) : null;
  if (call?.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'use') return null;
  const object = program.fact({ file, id: callee.object });
  return object.kind === 'reference' && object.binding >= 0 ? { on: object.binding, block: file.blockAt(call.start), isForAll: call.args[0] === id } : null;
}

/** The function expression that the value stands in, as a value; the value itself where there is none. */
export function functionAround(value: ValueRef): ValueRef {
  const { file } = value;
  const id = usesIn(file).valueOfFunction(functionOf(file, value.id));
  return id === NONE ? value : { file, id };
}

function functionOf(file: LinkedFile, id: number): number {
  return file.functionAt(file.facts.values[id]!.start);
}
