/** Which environment variables a value rests on, also where a schema reads them all at once. */
import type { EnvironmentRead, Origin, Program, ValueRef } from '../../../contracts/program.js';
import { sameValue } from '../../file-uses.js';

/**
 * Reads found by the data flow, and the schema entry of the same name where the flow ends at the whole environment
 * (`schema.parse(process.env).JWT_SECRET`).
 *
 * @param origins of the value, as `program.trace` gives them.
 */
export function readsBehind(value: ValueRef, origins: readonly Origin[], program: Program): EnvironmentRead[] {
  const found = origins.filter((origin) => origin.kind === 'environment');
  const direct = program.environment.reads.filter((read) => found.some((origin) => sameValue(origin.value, read.value)));
  const isWhole = found.some((origin) => program.rolesAt(origin.value).some((site) => site.role === 'env.all'));
  const fact = program.fact(value);
  if (!isWhole || fact.kind !== 'member' || fact.name === null) return direct;
  const { name } = fact;
  return [...direct, ...program.environment.reads.filter((read) => read.name === name && read.value.file.package === value.file.package)];
}
