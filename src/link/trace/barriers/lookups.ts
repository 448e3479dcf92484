/** What was found or accepted by a value: `const file = await prisma.file.findUnique({ where: { id } }); if (!file) throw …`, `await sendMail({ to })`. */
import { type FileValue, type Linking, indexed, sibling } from '../../linking.js';
import { calledName, writtenName } from '../../../contracts/written-name.js';
import { factOf } from '../../value-graph.js';
import { type Subject, isSubject } from './aspects.js';
import { type Protection, against } from './protection.js';

/** Calls that give one row, or nothing. */
const FINDS_ONE = /^(?:findUnique|findFirst|findOne|findOneBy|findById|findByPk|getById)$/;
/** What ends a chain of a query builder with one row, or nothing; conditions stand in the calls before it. */
const TAKES_ONE = /^(?:first|getOne|executeTakeFirst|takeFirst)$/;
/** Calls that give one row, or throw. */
const FINDS_OR_THROWS = /^(?:findUniqueOrThrow|findFirstOrThrow|findOneOrFail|findOneByOrFail|findByPkOrThrow|executeTakeFirstOrThrow|getOneOrFail|firstOrFail)$/;
/** Functions of the program that give what is kept under such a value, by their names: `findByEmail`, `getUserByName`, `findExistingUser`. */
const LOOKS_UP = /^(?:find|get|fetch|load|look_?up|select|retrieve)\w*?(?:_?By_?[A-Z]|_?One|_?Unique|_?First|_?Existing)/i;
/** Methods that are given a statement and the values in it. */
const ASKS_DATABASE = /^(?:query|execute|get|all|\$queryRawUnsafe)$/;
/** What is read of an answer to see whether there are rows in it. */
const OF_ROWS = /^(?:rows?|rowCount|length|data|0)$/;
const MAXIMUM_STEPS = 8;

/**
 * What the row that such a call has given proves of the value that it was looked up by: it is one that the program keeps, begins no line of
 * a log, and names no file but one that the program has put there. For other sinks a stored value may be as bad as one that was sent.
 */
export function provenByLookup(link: Linking, call: FileValue, subject: Subject): Protection | null {
  const fact = factOf(call);
  const name = fact.kind === 'call' && !fact.isNew ? writtenName(factOf(sibling(call, fact.callee))) : null;
  if (fact.kind !== 'call' || name === null) return null;
  const sites = FINDS_ONE.test(name) ? link.rolesAt(call).filter((site) => site.role === 'orm.query' || site.role === 'nosql.query' || site.role === 'orm.query.unresolved') : [];
  const filters = sites.length > 0 || !FINDS_ONE.test(name) ? sites.flatMap((site) => link.argumentList(site, 'filter')).map(indexed) : whereOf(call);
  if (filters.some((filter) => isKey(link, filter, subject)) || (TAKES_ONE.test(name) && isBuiltWith(link, call, subject))) return against(['path', 'log']);
  if (isOfOwnKind(call, name) && fact.args.some((id) => isSubject(link, sibling(call, id), subject))) return against(['path', 'log']);
  return LOOKS_UP.test(name) && fact.args.some((id) => isKey(link, sibling(call, id), subject)) ? against(['log']) : null;
}

/** `models.Imports.getImport(id)`, `userRepository.findUser(id)`: the record of its own kind that a model or a repository has. */
function isOfOwnKind(call: FileValue, name: string): boolean {
  const kind = /^(?:get|find|load|fetch)([A-Z]\w*)$/.exec(name)?.[1]?.toLowerCase();
  const fact = factOf(call);
  const callee = kind === undefined || fact.kind !== 'call' ? null : factOf(sibling(call, fact.callee));
  const model = callee?.kind === 'member' ? factOf(sibling(call, callee.object)) : undefined;
  const owner = model?.kind === 'member' ? writtenName(factOf(sibling(call, model.object))) : null;
  const written = writtenName(model)?.toLowerCase() ?? '';
  const named = /^(.+?)(?:model|repository|repo|store)$/.exec(written)?.[1] ?? (owner === 'models' ? written : null);
  return named !== null && (named === kind || named === `${kind}s`);
}

/** `db.query.files.findFirst({ where: … })` of a client that is not known: its conditions say that it looks up. */
function whereOf(call: FileValue): FileValue[] {
  const fact = factOf(call);
  const options = fact.kind === 'call' && fact.args[0] !== undefined ? factOf(sibling(call, fact.args[0])) : null;
  return options?.kind === 'object' ? options.properties.flatMap((property) => (property.kind === 'value' && property.name === 'where' ? [sibling(call, property.value)] : [])) : [];
}

/** `await prisma.file.findUniqueOrThrow({ where: { id } });`: behind it there was such a row. */
export function provenByFinding(link: Linking, call: FileValue, subject: Subject): Protection | null {
  const fact = factOf(call);
  if (fact.kind !== 'call' || !FINDS_OR_THROWS.test(calledName(call.file, call.id) ?? '')) return null;
  return fact.args.some((id) => isKey(link, sibling(call, id), subject)) || isBuiltWith(link, call, subject) ? against(['path', 'log']) : null;
}

/** `knex('files').where('id', id).first()`. */
function isBuiltWith(link: Linking, last: FileValue, subject: Subject): boolean {
  let current = last;
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const fact = factOf(current);
    const callee = fact.kind === 'call' ? factOf(sibling(current, fact.callee)) : null;
    if (fact.kind !== 'call' || callee?.kind !== 'member') return false;
    const isOther = fact.args.length === 3 && !/^(?:=|==|is)$/.test(String(link.constants(sibling(current, fact.args[1]!))?.[0]));
    if (/^(?:and)?where$/i.test(callee.name ?? '') && !isOther && fact.args.some((id) => isKey(link, sibling(current, id), subject))) return true;
    current = sibling(current, callee.object);
  }
  return false;
}

/** `if (result.rows.length === 0) throw …`: rows that a statement has found by the value, `query('SELECT … WHERE email = $1', [email])`. */
export function provenByRows(link: Linking, rows: FileValue, subject: Subject): Protection | null {
  let current = rows;
  let wereRead = false;
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const fact = factOf(current);
    if (fact.kind === 'member') {
      if (!OF_ROWS.test(fact.name ?? String(link.constants(sibling(current, fact.index))?.[0] ?? ''))) return null;
      wereRead = true;
      current = sibling(current, fact.object);
    } else if (fact.kind === 'await' || fact.kind === 'cast') current = sibling(current, fact.operand);
    else if (fact.kind === 'reference') {
      const definitions = link.definitionsAt(current.file, current.id);
      if (definitions.length !== 1 || definitions[0]!.file !== current.file) return null;
      current = indexed(definitions[0]!);
    } else return wereRead && fact.kind === 'call' && selectsBy(link, current, subject) ? against(['log']) : null;
  }
  return null;
}

/** A statement that reads, with the value among those that stand in it. */
function selectsBy(link: Linking, call: FileValue, subject: Subject): boolean {
  const fact = factOf(call);
  if (fact.kind !== 'call' || !ASKS_DATABASE.test(calledName(call.file, call.id) ?? '')) return false;
  const statement = fact.args[0] === undefined ? undefined : link.constants(sibling(call, fact.args[0]))?.[0];
  return typeof statement === 'string' && /^\s*select\b/i.test(statement) && fact.args.slice(1).some((id) => isAmong(link, sibling(call, id), subject));
}

/** The value itself (`findById(id)`), or one that a field has to be equal to. */
function isKey(link: Linking, filter: FileValue, subject: Subject): boolean {
  if (isSubject(link, filter, subject)) return true;
  const fact = factOf(filter);
  // `eq(files.id, id)`, `and(eq(files.owner, owner), eq(files.id, id))`.
  if (fact.kind === 'call') {
    const name = calledName(filter.file, filter.id);
    return name === 'eq' ? fact.args.some((id) => isSubject(link, sibling(filter, id), subject)) : name === 'and' && fact.args.some((id) => isKey(link, sibling(filter, id), subject));
  }
  return fact.kind === 'object' && fact.properties.some((property) => property.kind === 'value' && (isSubject(link, sibling(filter, property.value), subject) || (property.name === 'where' && isKey(link, sibling(filter, property.value), subject))));
}

function isAmong(link: Linking, values: FileValue, subject: Subject): boolean {
  const fact = factOf(values);
  return fact.kind === 'array' ? fact.elements.some((id) => isSubject(link, sibling(values, id), subject)) : isSubject(link, values, subject);
}

/** Functions that send a mail. */
const MAILS = /^send\w*mail|mail\w*send$|^mail$/i;
/** What holds whom it is sent to. */
const RECEIVER = /^(?:to|recipients?|email|e_?mail_?address|address)$/i;

/** `await mailer.sendMail({ to: email })`: a mailer has taken it for an address, in which no line begins. */
export function provenByMailing(link: Linking, call: FileValue, subject: Subject): Protection | null {
  const fact = factOf(call);
  if (fact.kind !== 'call' || !MAILS.test(calledName(call.file, call.id) ?? '') || call.file.facts.values[call.file.parentOf(call.id)]?.kind !== 'await') return null;
  const isGiven = fact.args.some((id) => isSubject(link, sibling(call, id), subject) || holdsReceiver(link, sibling(call, id), subject));
  return isGiven ? against(['log']) : null;
}

function holdsReceiver(link: Linking, options: FileValue, subject: Subject): boolean {
  const fact = factOf(options);
  return fact.kind === 'object' && fact.properties.some((property) => property.kind === 'value' && RECEIVER.test(property.name ?? '') && isSubject(link, sibling(options, property.value), subject));
}
