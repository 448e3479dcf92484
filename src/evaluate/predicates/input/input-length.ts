/** `length.*`: whether the schemas of a route bound the texts that they let through. */
import { effectOf } from '../../authentication/effects.js';
import { reachedWhenWell, usesIn } from '../../authentication/reach.js';
import { arrivesSigned } from '../../authentication/webhooks.js';
import { answerOf, NO, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { boundedColumns } from '../../input/bounded-columns.js';
import { bodyTexts } from '../../input/request-schemas.js';
import { textFields } from '../../input/schema-fields.js';
import type { TextField } from '../../input/schema-fields.js';
import { splitWords } from '../../names/name-words.js';
import type { Site } from '../../site.js';
import type { Predicate } from '../index.js';

const MAX_NAMES = 6;
const LLM_DEPTH = 4;
/** What people write in their own words. */
const FREE_TEXT = new Set(['title', 'name', 'subject', 'description', 'desc', 'message', 'content', 'text', 'body', 'comment', 'note', 'notes', 'bio', 'about', 'summary', 'prompt', 'question', 'answer', 'reason', 'feedback', 'caption', 'headline', 'details', 'remarks', 'instructions', 'topic', 'reply', 'review', 'html', 'markdown', 'firstname', 'lastname', 'fullname', 'displayname', 'nickname', 'address', 'company', 'motivation', 'introduction', 'biography', 'detail', 'remark', 'history', 'story', 'complaint', 'diagnosis', 'symptoms', 'observations', 'statement', 'excerpt', 'transcript']);
/** A name with one of these at its end is of a thing with a form: `fileName`, `eventName`, `bodyType`. */
const FORMED = new Set(['id', 'ids', 'uuid', 'slug', 'key', 'token', 'hash', 'type', 'code', 'status', 'format', 'url', 'uri', 'path', 'email', 'date', 'at', 'time', 'color', 'colour', 'locale', 'language', 'country', 'currency']);
/** Names of these are chosen among what is there: `tableName`, `queueName`. */
const OF_THINGS = new Set(['file', 'table', 'column', 'field', 'queue', 'event', 'host', 'domain', 'class', 'method', 'function', 'model', 'bucket', 'tag', 'user', 'param', 'parameter', 'attribute', 'property', 'type', 'template', 'index', 'collection', 'package', 'integration', 'provider', 'cookie', 'header', 'email', 'mac', 'ip', 'wallet', 'resource']);

/** `length.declares`: a schema of the route declares a text in the body, or the schema of a procedure does in its input. */
export const declaresTexts: Predicate = (site, _operand, evaluation) => answerOf(textsOf(site, evaluation).length > 0);

/** `length.unbounded`, `with:` `free-text` (people write it in their own words, by its name) or `any`: texts of which nothing is demanded that bounds them. Left out is what an entity bounds under the same name. */
export const unboundedTexts: Predicate = (site, operand, evaluation) => {
  if (operand !== 'free-text' && operand !== 'any') throw new Error('length.unbounded takes free-text or any');
  const open = textsOf(site, evaluation).filter((field) => field.demands.size === 0 && !boundedColumns(evaluation.program).has(lastName(field)) && (operand === 'any' || isFreeText(field)));
  if (open.length === 0) return NO;
  const { program } = evaluation;
  const related = open.slice(0, MAX_NAMES).map((field) => ({ location: program.location(field.at), text: nameOf(field) }));
  return yes({ values: { value: inWords(open) }, related });
};

/** `length.kept`: the handler writes to a datastore or asks a language model. */
export const keepsTexts: Predicate = ({ route }, _operand, { program }) => {
  if (route === null || route.handler === null) return NO;
  const { effect, at } = effectOf(route, program);
  if (at !== null && (effect === 'changes' || effect === 'changes-by-name')) return yes({ related: [{ location: program.location(at), text: program.describe(at) }] });
  const [call] = usesIn(reachedWhenWell(program, [route.handler], LLM_DEPTH), ['llm.call'], program);
  return call === undefined ? NO : yes({ related: [{ location: program.location(call.value), text: program.describe(call.value) }] });
};

function textsOf({ route, role }: Site, { program }: Evaluation): readonly TextField[] {
  if (route !== null) return arrivesSigned(route, program) === 'yes' ? [] : bodyTexts(route, program);
  return role === null ? [] : program.argumentList(role, 'schema').flatMap((schema) => textFields(schema, program));
}

function lastName({ path }: TextField): string {
  return path.findLast((name) => name !== '*') ?? '';
}

function isFreeText(field: TextField): boolean {
  const words = splitWords(lastName(field));
  const last = words.at(-1) ?? '';
  if (FORMED.has(last) || !(FREE_TEXT.has(last) || FREE_TEXT.has(words.join('')))) return false;
  return last !== 'name' || !words.slice(0, -1).some((word) => OF_THINGS.has(word));
}

function nameOf({ path }: TextField): string {
  return path.join('.').replaceAll('.*', '[]') || 'the text';
}

function inWords(fields: readonly TextField[]): string {
  const names = [...new Set(fields.map(nameOf))].sort();
  return names.length <= MAX_NAMES ? names.join(', ') : `${names.slice(0, MAX_NAMES).join(', ')} and ${names.length - MAX_NAMES} more`;
}
