/** What a route does with data: changes it, or reads what is somebody's. */
import type { DataQuery, FunctionRef, Program, Route, ValueRef } from '../../contracts/program.js';
import { verbOf } from '../entry-points.js';
import { splitWords } from '../names/name-words.js';
import { calledName, writtenName } from '../../contracts/written-name.js';
import { signsOf, valuesIn } from './function-signs.js';
import { functionAround, groupBy, keyOf, runsIn } from '../reach/reach.js';
import { reachedWhenWell, usesIn } from './reach.js';
import type { Reached } from './reach.js';

const DEPTH = 4;
const WRITES = ['orm.write', 'nosql.write', 'file.write', 'file.delete', 'file.move', 'process.execute', 'shell.execute'];
const READS = ['orm.query', 'nosql.query', 'nosql.read', 'sql.execute', 'datastore.read', 'file.read', 'file.send'];
const CHANGES = /^(?:create|createMany|insert|insertOne|insertMany|insertInto|save|bulkCreate|bulkWrite|update|updateOne|updateMany|updateById|upsert|patch|replace|replaceOne|delete|deleteOne|deleteMany|deleteById|del|destroy|remove|removeById|findOneAndUpdate|findOneAndDelete|findOneAndRemove|findOneAndReplace|findByIdAndUpdate|findByIdAndDelete|findByIdAndRemove|push|unshift|splice|sendMail|sendEmail|send_?message|publish|enqueue|charge|transfer|withdraw|deposit|refund|pay|cancel|approve|reject|promote|ban|execute|run|query|set|add|put|(?:create|insert|save|update|delete|remove|add|set|store|write|cancel|send|upload|import|reset|transfer)[A-Z]\w*)$/;
const FINDS = /^(?:find|findOne|findAll|findMany|findFirst|findUnique|findById|findByPk|findAndCountAll|select|query|execute|all|aggregate|list|fetch|getAll|getMany|(?:find|get|list|load|fetch|read|search|export|download)[A-Z]\w*)$/;
/** What is somebody's, or for those who run the service. */
const SOMEBODYS = /^(?:users?|accounts?|customers?|clients?|members?|employees?|staff|patients?|students?|persons?|people|contacts?|leads?|orders?|invoices?|payments?|transactions?|billing|bills?|subscriptions?|wallets?|balances?|cards?|salar(?:y|ies)|payroll|messages?|chats?|conversations?|inbox|emails?|mails?|notifications?|tickets?|documents?|reports?|exports?|backups?|audits?|logs?|admin|administration|internal|private|secrets?|keys?|credentials?|profiles?|me|my|addresses|address|medical|records|bookings?|reservations?|appointments?|carts?|tenants?|organizations?|organisations?|workspaces?|permissions?|roles?|sessions?|passwords?|loans?|claims?|applications?|candidates?|resumes?|dashboard)$/;
/** Whoever calls was given the address, or everybody may see what is there. */
const ADDRESS_GIVEN_OUT = /token|slug|public|share|embed|handle|hash|code|invit|widget|catalog|storefront|webhook|callback|preview|feed|rss|sitemap/i;
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** `spends`: asks a language model, which is paid for by the token. `calls-out`: does no more than call another service. */
export type Effect = 'changes' | 'changes-by-name' | 'reads-somebodys' | 'reads' | 'spends' | 'calls-out' | 'none' | 'untold';

const memo = new WeakMap<Route, { effect: Effect; at: ValueRef | null }>();

/** The strongest thing that the handler is seen to do, and where. */
export function effectOf(route: Route, program: Program): { effect: Effect; at: ValueRef | null } {
  let known = memo.get(route);
  if (known === undefined) memo.set(route, (known = findEffect(route, program)));
  return known;
}

function findEffect(route: Route, program: Program): { effect: Effect; at: ValueRef | null } {
  if (route.handler === null) return { effect: 'untold', at: null };
  const reached = reachedWhenWell(program, [route.handler], DEPTH);
  const words = splitWords(route.path.replace(/\/[:*{[][^/]*/g, '/'));
  const method = verbOf(route);
  const mayChange = UNSAFE.has(method) || (method === 'GET' && words.some((word) => /^(?:delete|remove|update|edit|create|add|reset|destroy|drop|purge)$/.test(word)));
  if (mayChange) {
    const written = usesIn(reached, WRITES, program)[0]?.value ?? queriesIn(reached, program).find((query) => query.operation !== 'read' && query.operation !== 'unknown')?.value;
    if (written !== undefined) return { effect: 'changes', at: written };
    const named = callsNamed(reached, CHANGES, program) ?? stateWritten(reached, program);
    if (named !== null && program.rolesAt(named).some(({ role }) => role === 'llm.call')) return spending(reached, named, program);
    if (named !== null) return { effect: 'changes-by-name', at: named };
  }
  if (method !== 'GET' && method !== 'ALL' && method !== 'POST') return outward(reached, program);
  const read = queriesIn(reached, program)[0]?.value ?? usesIn(reached, READS, program)[0]?.value ?? callsNamed(reached.filter((each) => each.depth <= 2), FINDS, program);
  if (read === null || read === undefined) return method === 'POST' ? outward(reached, program) : { effect: 'none', at: null };
  const ofTenant = ADDRESS_GIVEN_OUT.test(route.path) ? undefined : queriesIn(reached, program).find(({ tenant }) => tenant.owned && tenant.filtered === 'no');
  if (ofTenant !== undefined) return { effect: 'reads-somebodys', at: ofTenant.value };
  return { effect: words.some((word) => SOMEBODYS.test(word)) ? 'reads-somebodys' : 'reads', at: read };
}

/** What a handler that keeps nothing here does elsewhere. */
function outward(reached: readonly Reached[], program: Program): { effect: Effect; at: ValueRef | null } {
  const asked = usesIn(reached, ['llm.call'], program)[0];
  if (asked !== undefined) return spending(reached, asked.value, program);
  const called = usesIn(reached, ['http.request'], program)[0];
  return called === undefined ? { effect: 'none', at: null } : { effect: 'calls-out', at: called.value };
}

/** Whoever brings a key of his own spends his own money. */
function spending(reached: readonly Reached[], at: ValueRef, program: Program): { effect: Effect; at: ValueRef } {
  return { effect: reached.some(({ ref }) => takesKeyOfCaller(ref, program)) ? 'calls-out' : 'spends', at };
}

/** `new OpenAI({ apiKey: body.apiKey })` */
function takesKeyOfCaller({ file, id }: FunctionRef, program: Program): boolean {
  return signsOf({ file, id }).calls.some((call) => {
    const fact = file.facts.values[call]!;
    const options = fact.kind === 'call' && fact.isNew && fact.args[0] !== undefined ? file.facts.values[fact.args[0]]! : null;
    const key = options?.kind === 'object' ? options.properties.find((property) => /^(?:api_?key|auth_?token|token)$/i.test(property.name ?? '')) : undefined;
    return key !== undefined && program.trace({ file, id: key.value }, { sink: 'origin' }).origins.some(({ kind }) => kind === 'request');
  });
}

const byFunction = new WeakMap<Program, ReadonlyMap<string, DataQuery[]>>();

/** Queries that stand in one of the functions. */
export function queriesIn(reached: readonly Reached[], program: Program): DataQuery[] {
  let queries = byFunction.get(program);
  if (queries === undefined) {
    queries = groupBy(program.queries, ({ value }) => keyOf(functionAround(value)));
    byFunction.set(program, queries);
  }
  const map = queries;
  return reached.flatMap(({ ref }) => (map.get(keyOf(ref)) ?? []).filter(({ value }) => runsIn(ref, program.fact(value))));
}

/** Names that texts, elements and streams have as well. */
const OF_VALUES = /^(?:replace|createElement|add|set|put|push|run|execute|query|patch|remove|reject|all|select|list|fetch|enqueue)$/;

/** What they add to or set is no data: a header of a call, a mark of a trace, a listener, a timer. */
const OF_CALLS = /^(?:add|set|remove|update)_?(?:Http)?(?:Headers?|Attributes?|Tags?|Baggage|Cookies?|Listener|EventListener|Breadcrumb|Context|Extras?|Timeout|Interval|Status|StatusCode|Level|Locale|Language|Span\w*)$/i;

/** A token is put where the rest of this call finds it. */
const KEEPS_TOKEN = /^set_?(?:Access|Auth|Refresh|Bearer)?Tokens?$/i;

/** What they make lives in memory: a client, a stream, a context. */
const MAKES = /^create(?:Instance|Client|Sdk|Api|Store|Context|Connection|Transport(?:er)?|Pool|Logger|Hash|Hmac|Stream|ReadStream|WriteStream|Elements?|Queue|Parser|Reader|Writer|Proxy|Agent)$/;

/** A method of such a name on something whose library is not known: a model that another file makes, an untyped parameter. */
function callsNamed(reached: readonly Reached[], names: RegExp, program: Program): ValueRef | null {
  for (const { ref } of reached.filter((each) => each.depth <= 2)) {
    for (const id of signsOf(ref).calls) {
      const name = calledName(ref.file, id);
      if (name !== null && names.test(name) && !OF_CALLS.test(name) && !KEEPS_TOKEN.test(name) && !MAKES.test(name) && isOfStore({ file: ref.file, id }, program)) return { file: ref.file, id };
    }
  }
  return null;
}

/** The call is made on a thing with a name that is neither the answer, the request nor a plain helper. */
function isOfStore({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id]!;
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee]! : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member') return false;
  if (isMadeHere(file, callee.object) || isPartnerOfCaller(file, callee.object)) return false;
  const receiver = program.describe({ file, id: callee.object });
  if (/^(?:_?(?:res|response|reply|req|request|ctx|c|console|logger|log|JSON|Object|Array|Promise|Math|headers?|params|searchParams|url|crypto|hash|cache|map|set|errors?|results?|list|arr|items|parts|lines|schema|validator|z|joi|app|router|i18n|session|cookies?|formData|form|data|metrics?|lock)|new .*|.*\.(?:res|response|reply|raw)|.*(?:span|headers|params|\bSet|Map|hash|errors|cookies|session|logger|cache|metrics))$/i.test(receiver) && !isModuleState(file, callee.object)) return false;
  if (program.rolesAt({ file, id }).some(({ role }) => role.endsWith('client.create'))) return false;
  const paths = program.apiPaths({ file, id: fact.callee });
  if (paths.some((path) => path.startsWith('global:') || path.startsWith('react:'))) return false;
  return callee.name === null || !OF_VALUES.test(callee.name) || isModuleState(file, callee.object) || STORE.test(receiver) || (callee.name === 'remove' && isWaitedFor(file, id));
}

/** `await user.remove()`, `user.remove().then(…)`: what a list or an element takes out needs no waiting. */
function isWaitedFor(file: ValueRef['file'], id: number): boolean {
  const parent = file.facts.values[file.parentOf(id)];
  return parent?.kind === 'await' || (parent?.kind === 'member' && parent.object === id && parent.name === 'then');
}

const PARTNER = /sdk|api$|gateway$/i;
const REQUEST = /^_?(?:req|request|ctx|context|c|event)$/i;

/** `const sdk = getSdk(req, res); sdk.accounts.delete(…)`: it is made of the request, and acts for whoever that shows to be. */
function isPartnerOfCaller(file: ValueRef['file'], id: number): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind === 'member') return isPartnerOfCaller(file, fact.object);
  if (fact?.kind !== 'reference' || fact.binding < 0 || !PARTNER.test(fact.name)) return false;
  const { writes } = file.facts.bindings[fact.binding]!;
  return writes.length > 0 && writes.every(({ value }) => {
    const made = file.facts.values[value];
    const call = made?.kind === 'await' ? file.facts.values[made.operand] : made;
    return call?.kind === 'call' && call.args.some((argument) => REQUEST.test(writtenName(file.facts.values[argument]) ?? ''));
  });
}

/** What a store, a model, a queue or a bus of commands is called. */
const STORE = /(?:^|\.)(?:db|database|pool|client|conn(?:ection)?|knex|trx|tx|sequelize|prisma|collection|repo(?:sitory)?|store|storage|redis|queue|[A-Z]\w*|\w+(?:Model|Repo|Repository|Store|Queue|Collection|Db|Service|Dao|Client)|commands?Bus|quer(?:y|ies)Bus|commandDispatcher|mediator)(?:\(.*)?$/;

/** Something that all requests share: a variable of the module. */
function isModuleState(file: ValueRef['file'], id: number): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind === 'member') return isModuleState(file, fact.object);
  if (fact?.kind !== 'reference' || fact.binding < 0) return false;
  const binding = file.facts.bindings[fact.binding]!;
  return binding.function === 0 && ['const', 'let', 'var'].includes(binding.kind) && binding.writes.some((write) => ['array', 'object', 'call'].includes(file.facts.values[write.value]?.kind ?? ''));
}

/** A list, an object or a map that the function itself makes and nobody else has: `const queue = []`. */
function isMadeHere(file: ValueRef['file'], id: number): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind !== 'reference' || fact.binding < 0) return false;
  const binding = file.facts.bindings[fact.binding]!;
  return binding.function !== 0 && binding.kind !== 'parameter' && binding.writes.length > 0 && binding.writes.every((write) => isPlainValue(file, write.value));
}

function isPlainValue(file: ValueRef['file'], id: number): boolean {
  const fact = file.facts.values[id];
  return fact?.kind === 'array' || fact?.kind === 'object' || (fact?.kind === 'call' && fact.isNew && /^(?:Array|Map|Set|Date|URL|Headers|FormData|URLSearchParams)$/.test(writtenName(file.facts.values[fact.callee]) ?? ''));
}

/** `users[id] = …`, `settings.theme = …`: a variable of the module is written to by the handler. */
function stateWritten(reached: readonly Reached[], program: Program): ValueRef | null {
  for (const { ref } of reached.filter((each) => each.depth <= 1)) {
    const { file, id } = ref;
    const written = file.facts.memberWrites.find((write) => file.functionAt(write.at) === id && isModuleState(file, write.object) && writtenName(program.fact({ file, id: write.object })) !== 'process');
    if (written !== undefined) return { file, id: written.value };
    const { start, end } = file.facts.functions[id]!;
    const replaced = file.facts.bindings.find((binding) => binding.function === 0 && binding.kind !== 'const' && binding.writes.some((write) => write.at > start && write.at < end && file.functionAt(write.at) === id));
    const write = replaced?.writes.find((each) => each.at > start && each.at < end);
    if (write !== undefined && valuesIn(file, id).includes(write.value) && !isInstance(file, write.value)) return { file, id: write.value };
  }
  return null;
}

/** `client ??= new Client()`: made when it is first needed, and kept. */
function isInstance(file: ValueRef['file'], id: number): boolean {
  const fact = file.facts.values[id];
  return fact?.kind === 'call' && fact.isNew && !isPlainValue(file, id);
}
