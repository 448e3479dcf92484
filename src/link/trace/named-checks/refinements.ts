/** Conditions of a schema that ask a function of the program which is known by its name alone: `z.string().refine((url) => isPublicUrl(url))`. */
import type { FunctionRef } from '../../../contracts/program.js';
import type { Sink } from '../../../contracts/sinks.js';
import { calledName } from '../../../contracts/written-name.js';
import { type FileValue, type Linking, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import { type Subject, aspectOf } from '../barriers/aspects.js';
import type { Judge } from '../barriers/conditions.js';
import { pathInInput, schemaCheckAt } from '../barriers/schema-checks.js';
import { provenBySchema } from '../barriers/schemas.js';
import { mayJudge } from './judging.js';
import { saysCheck } from './words.js';

/** The name of such a function for what is read from the result of a check by a schema; null for other calls, and where there is none. */
export function refinementThatChecks(link: Linking, call: FileValue, path: readonly string[], sink: Sink): string | null {
  const check = schemaCheckAt(link, call);
  if (check === null || check.schema === null) return null;
  let found: string | null = null;
  const listen: Judge = (condition, _holds, subject) => {
    found ??= askedIn(link, condition, subject, sink);
    return null;
  };
  provenBySchema(link, check.schema, pathInInput(check, path), listen);
  return found;
}

function askedIn(link: Linking, condition: FileValue, subject: Subject, sink: Sink): string | null {
  const { start, end } = factOf(condition);
  const may = (functions: readonly FunctionRef[]) => functions.length === 0 || functions.some((ref) => mayJudge(link, ref, sink));
  for (const id of condition.file.valuesWithin(start, end)) {
    const call = sibling(condition, id);
    const fact = factOf(call);
    const name = fact.kind === 'call' ? calledName(call.file, id) : null;
    if (fact.kind !== 'call' || name === null || !saysCheck(name, 'whole')) continue;
    const isAsked = fact.args.some((argument) => aspectOf(link, sibling(call, argument), subject) !== null);
    if (isAsked && link.rolesAt(call).length === 0 && may(link.callees(call))) return name;
  }
  return null;
}
