/** Which calls check a value by a schema. */
import type { Program, RoleSite, ValueRef } from '../../contracts/program.js';

const CHECKS: ReadonlySet<string> = new Set(['schema.parse', 'schema.class.check']);
const SCHEMA_NAME = /schema|valid|dto|shape|joi|zod|codec/i;
/** Names of methods that only schemas have. */
const ONLY_OF_SCHEMAS = /^(?:safeParse|safeParseAsync|parseAsync|validateAsync|validateSync)$/;

/**
 * The check that a call is. A method such as `parse` counts only on what is known as a schema, or is called so: many other things
 * have one.
 */
export function schemaCheckAt(call: ValueRef, program: Program): RoleSite | null {
  return program.rolesAt(call).find((site) => CHECKS.has(site.role) && (site.entry.use !== 'method' || isOnSchema(site, program))) ?? null;
}

/** `user.name = body.name; await validate(user)`: the check of what the value is put into, later in the same function; null when there is none. */
export function checkOfHolder({ file, id }: ValueRef, program: Program): ValueRef | null {
  const { values, bindings, memberWrites } = file.facts;
  const around = file.functionAt(values[id]!.start);
  for (const { object, value, at } of memberWrites) {
    const holder = value === id ? values[object] : undefined;
    if (holder?.kind !== 'reference' || holder.binding < 0) continue;
    for (const use of bindings[holder.binding]!.uses) {
      const call = { file, id: file.parentOf(use) };
      if (call.id < 0 || values[call.id]!.start < at || file.functionAt(values[call.id]!.start) !== around) continue;
      const check = schemaCheckAt(call, program);
      if (check !== null && program.argument(check, 'input')?.id === use) return call;
    }
  }
  return null;
}

function isOnSchema(site: RoleSite, program: Program): boolean {
  const call = program.fact(site.value);
  const callee = call.kind === 'call' ? program.fact({ file: site.value.file, id: call.callee }) : null;
  if (callee?.kind !== 'member') return false;
  const receiver: ValueRef = { file: site.value.file, id: callee.object };
  if (SCHEMA_NAME.test(program.describe(receiver)) || isSchema(receiver, program, 0)) return true;
  return ONLY_OF_SCHEMAS.test(callee.name ?? '') && program.apiPaths(receiver).length === 0;
}

/** `z.object({ … }).strict()`, `page.extend({ … })`: a call in the chain, or in that of the schema it starts from, makes a schema. */
function isSchema(value: ValueRef, program: Program, depth: number): boolean {
  return depth < 5 && program.sourcesOf(value).some((source) => isMade(source, program, depth));
}

function isMade(value: ValueRef, program: Program, depth: number): boolean {
  let current = value;
  for (let step = 0; step < 12; step += 1) {
    if (program.rolesAt(current).some((site) => site.role.startsWith('schema.') && !CHECKS.has(site.role) && site.entry.use !== 'method')) return true;
    const fact = program.fact(current);
    const inner = fact.kind === 'call' ? fact.callee : fact.kind === 'member' ? fact.object : -1;
    if (inner < 0) return step > 0 && fact.kind === 'reference' && isSchema(current, program, depth + 1);
    current = { file: current.file, id: inner };
  }
  return false;
}
