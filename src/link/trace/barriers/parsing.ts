/** Calls that check a value by a schema or by the decorators of its class, and what their outcome proves. */
import type { ClassRef, RoleSite } from '../../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { factOf } from '../../value-graph.js';
import type { Subject } from './aspects.js';
import type { Judge } from './conditions.js';
import { nameOf } from './names.js';
import { nameAsMade } from './made.js';
import type { Protection } from './protection.js';
import { schemaCheckAt } from './schema-checks.js';
import { provenByClass } from './schema-classes.js';
import { provenBySchema } from './schemas.js';

/** What is proven of a value by a call that checks something of which it is a part: `schema.parse(req.body)` of `req.body.id`. */
export function provenByParsing(link: Linking, call: FileValue, subject: Subject, judge: Judge): Protection | null {
  const check = schemaCheckAt(link, call);
  const input = check?.input ?? null;
  const path = input === null ? null : pathBelow(link, indexed(input), subject);
  if (check === null || input === null || path === null) return null;
  if (check.site.role === 'schema.class.check') {
    const classes = classesOf(link, indexed(input));
    return classes.length !== 1 ? null : provenByClass(link, classes[0]!, path, { whitelist: isSet(link, check.site, 'whitelist') }, judge);
  }
  return check.schema === null ? null : provenBySchema(link, check.schema, path, judge, subject);
}

/** `if (!isUser(req.body)) return`: the answer of a check that neither throws nor gives a result. */
export function provenByAnswer(link: Linking, call: FileValue, holds: boolean, subject: Subject, judge: Judge): Protection | null {
  return holds && schemaCheckAt(link, call)?.refuses === 'by-answer' ? provenByParsing(link, call, subject, judge) : null;
}

/** The properties by which the subject hangs on the checked value; null when it does not. */
function pathBelow(link: Linking, input: FileValue, subject: Subject): readonly string[] | null {
  if (input.file !== subject.file) return null;
  const fact = factOf(input);
  // `schema.parse({ body: req.body, query: req.query })`.
  const parts = fact.kind === 'object' ? fact.properties.filter((property) => property.kind === 'value') : [];
  for (const part of parts) {
    const below = pathBelow(link, sibling(input, part.value), subject);
    if (below !== null && part.name !== null) return [part.name, ...below];
  }
  const name = nameOf(link, input);
  const checked = name === null ? null : nameAsMade(link, name, subject);
  if (checked === null || (subject.name !== checked && !subject.name.startsWith(`${checked}.`))) return null;
  return subject.name === checked ? [] : subject.name.slice(checked.length + 1).split('.');
}

/** `plainToInstance(CreateUser, req.body)`: the class of which the checked value is an instance. */
function classesOf(link: Linking, input: FileValue): ClassRef[] {
  return link.sourcesOf(input).flatMap((source) => {
    const made = link.rolesAt(source).find((site) => site.role === 'schema.class');
    const described = made === undefined ? null : link.argument(made, 'class');
    return described === null ? [] : link.resolve(described).flatMap((entity) => (entity.kind === 'class' ? [entity.ref] : []));
  });
}

function isSet(link: Linking, check: RoleSite, option: string): boolean {
  const options = link.argument(check, 'options');
  const found = options === null ? null : link.property(options, [option]);
  return found?.kind === 'found' && found.values.every((value) => link.constants(value)?.[0] === true);
}

/** Does a check end its function when it refuses, or only say so in its result? What is awaited always ends it, but for checks of classes. */
export function throwsOnRefusal(link: Linking, call: FileValue): boolean {
  const check = schemaCheckAt(link, call);
  if (check === null || check.refuses === 'by-answer') return false;
  const parent = call.file.facts.values[call.file.parentOf(call.id)];
  return check.refuses === 'throws' || (parent?.kind === 'await' && check.site.role === 'schema.parse');
}

/** What the members of a check's result say: `result.success`, `error` that is not there, a list of errors that is empty. */
const SUCCESS: ReadonlyMap<string, boolean> = new Map([['success', true], ['valid', true], ['error', false], ['errors', false], ['issues', false], ['length', false]]);

/** `if (!result.success) return`, `if (error) return`: what the outcome of a check proves. */
export function provenByOutcome(link: Linking, condition: FileValue, holds: boolean, subject: Subject, judge: Judge): Protection | null {
  const fact = factOf(condition);
  if (fact.kind !== 'member' || fact.name === null || SUCCESS.get(fact.name) !== holds) return null;
  const call = link.sourcesOf(sibling(condition, fact.object));
  return call.length === 1 && call[0]!.file === subject.file ? provenByParsing(link, indexed(call[0]!), subject, judge) : null;
}

/** `if (errors.length > 0) return`. */
export function provenByCount(link: Linking, condition: FileValue, holds: boolean, subject: Subject, judge: Judge): Protection | null {
  const fact = factOf(condition);
  if (fact.kind !== 'binary') return null;
  const count = factOf(sibling(condition, fact.left));
  if (count.kind !== 'member' || count.name !== 'length') return null;
  return countsSome(link, condition) === !holds ? provenByOutcome(link, sibling(condition, fact.left), false, subject, judge) : null;
}

/** Does a comparison say that there are some (`n > 0`), or that there are none (`n === 0`)? Null for others. */
export function countsSome(link: Linking, comparison: FileValue): boolean | null {
  const fact = factOf(comparison);
  if (fact.kind !== 'binary') return null;
  const limit = link.constants(sibling(comparison, fact.right))?.[0];
  if ((limit === 0 && /^(?:>|!==?)$/.test(fact.operator)) || (limit === 1 && fact.operator === '>=')) return true;
  return (limit === 0 && /^(?:===?|<=)$/.test(fact.operator)) || (limit === 1 && fact.operator === '<') ? false : null;
}
