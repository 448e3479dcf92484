/** Models that hold data of people, and what the program does to them: deletes, exports, tells of it. */
import { fileNameOf } from '../../contracts/file-path.js';
import { append } from '../../contracts/multimap.js';
import type { DataQuery, FunctionRef, LinkedFile, ModelEntity, Program, ValueRef } from '../../contracts/program.js';
import { entryPoints } from '../entry-points.js';
import { plain, splitWords } from '../names/name-words.js';

const PEOPLE = /^(?:users?|customers?|patients?|contacts?|leads?|subscribers?|employees?|candidates?|applicants?|persons?|people|students?|guests?|participants?|donors?|citizens?|drivers?|teachers?|doctors?|residents?|volunteers?|passengers?|attendees?|clients?)$/;
/** Who is only expected. */
const NOT_YET = /^(?:invited|pending|expected|whitelisted|allowed|blocked|banned)$/;
const PERSONAL = /^(?:\w*email|emailaddress|phone|phonenumber|mobile|mobilenumber|telephone|firstname|lastname|surname|fullname|address|street|birth\w*|dateofbirth|dob|ssn|passport\w*|nationalid)$/;

/** A model of people by its name, with columns that say something of them. */
export function holdsPeople({ name, columns }: ModelEntity): boolean {
  const words = splitWords(name);
  return PEOPLE.test(words.at(-1) ?? '') && !words.some((word) => NOT_YET.test(word)) && columns.some((column) => PERSONAL.test(plain(column.name)));
}

/** Queries of the program on the model, of whatever package. */
export function queriesOn(entity: ModelEntity, program: Program): readonly DataQuery[] {
  let byName = QUERIES.get(program);
  if (byName === undefined) {
    byName = new Map();
    for (const query of program.queries) {
      if (query.confidence === 'low') continue;
      for (const name of query.entities) {
        append(byName, singular(name), query);
      }
    }
    QUERIES.set(program, byName);
  }
  const found = byName;
  return [...new Set([entity.name, entity.table].flatMap((name) => found.get(singular(name)) ?? []))];
}

const QUERIES = new WeakMap<Program, Map<string, DataQuery[]>>();

/** Is it done to the model under a name that says so: a function, a file, a route, a method of one row (`user.destroy()`)? */
export function isDoneByName(entity: ModelEntity, verbs: RegExp, program: Program): ValueRef | 'named' | null {
  const word = splitWords(singular(entity.name)).at(-1) ?? '';
  const about = (text: string) => verbs.test(text) && splitWords(text).some((each) => singular(each) === word || OWNER.test(each));
  for (const route of entryPoints(program)) {
    if ((verbs.test(route.method.toLowerCase()) || verbs.test(route.path)) && splitWords(route.path).some((each) => singular(each) === word || OWNER.test(each))) return route.value;
  }
  for (const file of program.files.values()) {
    if (about(baseName(file.facts.path)) || file.facts.functions.some(({ name }) => name.length > 5 && about(name))) return 'named';
    const call = rowCall(file, word, verbs, program);
    if (call !== null) return call;
  }
  return null;
}

/** The account of whoever is signed in. */
const OWNER = /^(?:me|account|profile|myself)$/;

function rowCall(file: LinkedFile, word: string, verbs: RegExp, program: Program): ValueRef | null {
  const { values, calls } = file.facts;
  for (const id of calls) {
    const call = values[id]!;
    const callee = call.kind === 'call' ? values[call.callee] : undefined;
    if (callee?.kind !== 'member' || callee.name === null || !verbs.test(callee.name)) continue;
    if (splitWords(program.describe({ file, id: callee.object })).some((each) => singular(each) === word)) return { file, id };
  }
  return null;
}

function baseName(path: string): string {
  return fileNameOf(path).replace(/\.\w+$/, '');
}

const TELLING = /audit|activit|histor|track|publish|emit|dispatch|event|\blog|\.(?:info|warn|notice)$|record|archiv|webhook|notif|outbox|journal|trace/i;
const MAXIMUM_CALLERS = 3;

/** Does the function, or one that calls it, leave a trace of what it does: a log line, an event, a row of an audit table? */
export function leavesTrace(ref: FunctionRef, program: Program, depth = 0, seen = new Set<string>()): boolean {
  const key = `${ref.file.facts.path} ${ref.id}`;
  if (seen.has(key) || depth > MAXIMUM_CALLERS) return false;
  seen.add(key);
  const { start, end } = program.functionFact(ref);
  const tells = ref.file.facts.calls.some((id) => {
    const call = ref.file.facts.values[id]!;
    return call.kind === 'call' && call.start >= start && call.end <= end && TELLING.test(program.describe({ file: ref.file, id: call.callee }));
  });
  if (tells) return true;
  return program.callersOf(ref).some((caller) => leavesTrace({ file: caller.file, id: caller.file.functionAt(program.fact(caller).start) }, program, depth + 1, seen));
}

/** `public.Users` and `user` are one. */
export function singular(name: string): string {
  const word = plain(name.slice(name.lastIndexOf('.') + 1));
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
