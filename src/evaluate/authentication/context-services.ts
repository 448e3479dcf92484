/** What operations ask of services that their context holds: made for one request, these may know who calls. */
import type { FunctionRef, Program, ValueRef } from '../../contracts/program.js';
import { signsOf } from './function-signs.js';

/** `dataSources.users.remove(id)`, `ctx.services.orders.cancel(id)`, `context.userAPI.find(id)`. */
const SERVICE = /(?:^|\.)(?:dataSources?|services?|apis?)\.\w|^(?:ctx|context|contextValue)\.\w+(?:Service|API|Api|DataSource|Manager)\.\w/;

/** The first such call that cannot be followed, or null. */
export function contextAsked(handler: FunctionRef, program: Program): ValueRef | null {
  for (const id of signsOf(handler).calls) {
    const call = { file: handler.file, id };
    if (SERVICE.test(program.describe(call)) && program.callees(call).length === 0) return call;
  }
  return null;
}
