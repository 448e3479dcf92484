/** `log.*`: whether a log call writes down data that does not belong into a log. */
import type { ValueFact } from '../../../contracts/facts.js';
import type { DataQuery, FunctionRef, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { NO, unknown, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf } from '../../file-uses.js';
import { namesOneOf, splitWords, vocabularyOf } from '../../names/name-words.js';
import type { Vocabulary } from '../../names/name-words.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';
import { redactionOf } from './log-redaction.js';
import { holdersOf, isHarmless, loggedValues, namesOf, ownName, writtenTo } from './logged-values.js';
import type { LoggedValue } from './logged-values.js';

interface Names {
  words: Vocabulary;
  /** Members that count only where they are read from one of these. */
  members: Vocabulary;
  of: Vocabulary;
  /** Not where they are read from one of these. */
  outside: Vocabulary;
}

/**
 * `with: { words, except, members, of, outside }`: something is written that is called so: `words` anywhere, `members` of an object
 * called one of `of`; but nothing of an object called one of `outside`, which speaks of such things rather than holding them.
 */
export const logNames: Predicate = (site, operand, evaluation) => {
  const names = namesFrom(operand);
  return firstLogged(site.role, evaluation, (logged) => named(logged, names, evaluation.program));
};

const vocabularies = new WeakMap<object, Names>();

function namesFrom(operand: unknown): Names {
  if (typeof operand !== 'object' || operand === null) throw new Error('log.names takes words, except, members, of and outside');
  let names = vocabularies.get(operand);
  if (names === undefined) {
    const { words = [], except = [], members = [], of = [], outside = [] } = operand as Record<string, string[] | undefined>;
    names = { words: vocabularyOf(words, except), members: vocabularyOf(members), of: vocabularyOf(of), outside: vocabularyOf(outside) };
    vocabularies.set(operand, names);
  }
  return names;
}

function named(logged: LoggedValue, names: Names, program: Program): string | null {
  const own = ownName(logged.ref, program);
  const holders = holdersOf(logged.ref, program);
  if (holders.some((holder) => namesOneOf(holder, names.outside))) return null;
  const name = namesOf(logged, program).find((each) => namesOneOf(each, names.words));
  const isMember = own !== null && names.members.terms.has(splitWords(own).join('')) && holders[0] !== undefined && namesOneOf(holders[0], names.of);
  if ((name === undefined && !isMember) || isFailureNamed(own)) return null;
  return isHarmless(logged.ref, program) ? null : (name ?? own);
}

/** `errGetToken`: what went wrong, not what was asked for. */
function isFailureNamed(own: string | null): boolean {
  return own !== null && /^(?:err|error)$/.test(splitWords(own)[0] ?? '') && splitWords(own).length > 1;
}

/** `with:` parts of a request (`body`, `headers` …): such a part, or a whole request, is written as a whole. */
export const logRequest: Predicate = (site, operand, evaluation) => {
  if (!Array.isArray(operand)) throw new Error('log.request takes a list of parts of a request');
  const parts = operand.map(String);
  const { program } = evaluation;
  let isContext = false;
  const answer = firstLogged(site.role, evaluation, (logged) => {
    const part = logged.inText ? null : requestPart(logged.ref, parts, program);
    if (part !== null) isContext = part === WHOLE && site.role !== null && isHandedBeside(logged.ref, site.role, program);
    return part;
  });
  return answer.truth === 'yes' && isContext ? { ...answer, evidence: { ...answer.evidence, confidence: 'low' } } : answer;
};

const WHOLE = 'the whole request';

/** `logger.info('started', req)`, `log.info(req, res)`, on a logger that is not known or the program's own: it takes of a request what it needs, such as an id. */
function isHandedBeside(ref: ValueRef, role: RoleSite, program: Program): boolean {
  const call = program.fact(role.value);
  if (call.kind !== 'call' || !call.args.includes(ref.id)) return false;
  return program.callees(role.value).length > 0 || (role.role === 'log.write.unresolved' && call.args.length > 1);
}

/** What of the request is written as a whole, or null. */
export function requestPart(ref: ValueRef, parts: readonly string[], program: Program): string | null {
  const fact = program.fact(ref);
  if ((fact.kind === 'call' && fact.args.length > 0) || isFailure(fact) || isRest(ref, program)) return null;
  for (const { role } of program.rolesAt(ref)) {
    if (role === 'server.request' && isCalledRequest(fact)) return WHOLE;
    if (parts.some((part) => role === `request.${part}`)) return `the ${role.slice('request.'.length)} of the request`;
  }
  const injected = decoratedParameter(ref, parts, program);
  if (injected !== null) return injected;
  return namedPart(ref, parts, program);
}

/** What a listener is told of a failure: `socket.on(name, (error) => …)`, where the name is not in sight. */
function isFailure(fact: ValueFact): boolean {
  return fact.kind === 'reference' && /^_?(?:err|error|e|ex|exception|reason|cause)$/.test(fact.name);
}

/** A whole request goes by such a name; the first parameter of an error handler, which looks like one, does not. */
function isCalledRequest(fact: ValueFact): boolean {
  return fact.kind === 'reference' && /^_?(?:req|request|ctx|context|c)$/i.test(fact.name);
}

/** `const { password, ...rest } = req.body`: what is left when somebody took things out. */
function isRest(ref: ValueRef, program: Program): boolean {
  return writtenTo(ref, program.fact(ref)).some((value) => program.fact(value).kind === 'rest');
}

/** A parameter that a framework fills with the body, `@Body() dto`, also where a controller hands it on to a service. */
function decoratedParameter(ref: ValueRef, parts: readonly string[], program: Program, calls = 0): string | null {
  for (const { file, id } of writtenTo(ref, program.fact(ref))) {
    const fact = file.facts.values[id]!;
    if (fact.kind !== 'parameter') continue;
    const { decorators } = file.facts.functions[fact.function]!.parameters[fact.index]!;
    for (const decorator of decorators) {
      const call = file.facts.values[decorator]!;
      if (call.kind === 'call' && call.args.length > 0) continue;
      const role = program.rolesAt({ file, id: decorator }).find((each) => parts.some((part) => each.role === `request.${part}`));
      if (role !== undefined) return `the ${role.role.slice('request.'.length)} of the request`;
    }
    const given = calls < MAXIMUM_CALLS && decorators.length === 0 ? handedOn({ file, id: fact.function }, fact.index, program) : [];
    const found = given.map((each) => decoratedParameter(each, parts, program, calls + 1)).find((each) => each !== null);
    if (found !== undefined) return found;
  }
  return null;
}

/** Calls from a controller to where it is logged, and callers that are looked at. */
const MAXIMUM_CALLS = 2;
const MAXIMUM_CALLERS = 8;

/** What the callers of a function give for a parameter. */
function handedOn(ref: FunctionRef, index: number, program: Program): ValueRef[] {
  return program.callersOf(ref).slice(0, MAXIMUM_CALLERS).flatMap((call) => {
    const fact = program.fact(call);
    const argument = fact.kind === 'call' ? fact.args[index] : undefined;
    return argument === undefined ? [] : [{ file: call.file, id: argument }];
  });
}

/** `req.body` where nothing tells what `req` is. */
function namedPart(ref: ValueRef, parts: readonly string[], program: Program): string | null {
  const fact = program.fact(ref);
  if (fact.kind !== 'member' || fact.name === null || !parts.includes(fact.name)) return null;
  const object: ValueRef = { file: ref.file, id: fact.object };
  const holder = program.fact(object);
  const name = writtenName(holder);
  if (name !== 'req' && name !== 'request') return null;
  return program.resolve(object).every((entity) => entity.kind === 'unknown') ? `the ${fact.name} of the request` : null;
}

/** `with:` words for persons: a record of one is written whole: what a query on such an entity gave, or the user of a request. */
export const logRecords: Predicate = (site, operand, evaluation) => {
  if (!Array.isArray(operand)) throw new Error('log.records takes a list of words for persons');
  let persons = personVocabularies.get(operand);
  if (persons === undefined) personVocabularies.set(operand, (persons = vocabularyOf(operand.flatMap((each) => [String(each), `${String(each)}s`]))));
  const words = persons;
  return firstLogged(site.role, evaluation, (logged) => (logged.inText ? null : personRecord(logged.ref, words, evaluation.program)));
};

const personVocabularies = new WeakMap<object, Vocabulary>();

function personRecord(ref: ValueRef, persons: Vocabulary, program: Program): string | null {
  const fact = program.fact(ref);
  if (fact.kind === 'member' && fact.name === 'user') {
    const [holder] = holdersOf(ref, program);
    if (holder === 'req' || holder === 'request') return 'the user of the request';
  }
  if (fact.kind !== 'call') return null;
  const query = queryIn(ref, program);
  const entity = query === null ? undefined : entityNames(query, program).find((each) => namesOneOf(each, persons));
  return entity === undefined ? null : `a record of ${entity}`;
}

/** What is queried: by the data model, or as it is called where no model declares it (`prisma.user`). */
function entityNames({ entities, site }: DataQuery, program: Program): string[] {
  if (entities.length > 0 || site === null) return [...entities];
  const entity = program.argument(site, 'entity');
  const name = entity === null ? null : ownName(entity, program);
  return name === null ? [] : [name];
}

/** Calls that give a number or a word about rows, not rows. */
const NO_ROWS = /count|exists|aggregate|delete|remove|destroy|truncate|updateMany|createMany|updateOne|estimated|sum|max|min/i;
const PICKS = ['select', 'attributes', 'projection', 'fields', 'columns', 'pick'];

/** The query that the call is, or that it is chained to: `User.findOne(…).lean()`. */
function queryIn(ref: ValueRef, program: Program): DataQuery | null {
  let current: ValueRef = ref;
  for (let step = 0; step < 8; step += 1) {
    const fact = program.fact(current);
    const callee = fact.kind === 'call' ? program.fact({ file: ref.file, id: fact.callee }) : null;
    if (fact.kind !== 'call' || callee === null) return null;
    if (callee.kind === 'member' && (NO_ROWS.test(callee.name ?? '') || PICKS.includes(callee.name ?? ''))) return null;
    const query = queriesOf(program).get(keyOf(current));
    if (query !== undefined) return picksColumns(fact.args, current, program) ? null : query;
    if (callee.kind !== 'member') return null;
    current = { file: ref.file, id: callee.object };
  }
  return null;
}

function picksColumns(args: readonly number[], { file }: ValueRef, program: Program): boolean {
  return args.some((id) => PICKS.some((name) => program.property({ file, id }, [name]).kind === 'found'));
}

const queryMemo = new WeakMap<Program, ReadonlyMap<string, DataQuery>>();

function queriesOf(program: Program): ReadonlyMap<string, DataQuery> {
  let queries = queryMemo.get(program);
  if (queries === undefined) queryMemo.set(program, (queries = new Map(program.queries.map((query) => [keyOf(query.value), query]))));
  return queries;
}

/** The first value of a log call of which `what` has something to say, unless the logger takes it out. */
function firstLogged(role: RoleSite | null, evaluation: Evaluation, what: (logged: LoggedValue) => string | null): Answer {
  if (role === null) return NO;
  const { program } = evaluation;
  let open: Answer = NO;
  for (const logged of loggedValues(role, program)) {
    const found = what(logged);
    if (found === null) continue;
    const redaction = logged.inText ? 'no' : redactionOf(role, namesOf(logged, program), evaluation);
    if (redaction === 'yes') continue;
    if (redaction === 'unknown') {
      open = unknown(`whether the logger takes ${found} out`);
      continue;
    }
    const isElsewhere = logged.ref.id !== role.value.id && program.location(logged.ref).line !== program.location(role.value).line;
    const related = isElsewhere ? [{ location: program.location(logged.ref), text: 'this is what is written' }] : [];
    return yes({ values: { source: found, value: program.describe(logged.ref) }, related });
  }
  return open;
}
