/** `headers.*` on the application itself: does anybody get answers from it, and does another one stand before it? */
import { NONE } from '../../../contracts/facts.js';
import type { Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf, usesIn } from '../../file-uses.js';
import type { Predicate } from '../index.js';
import { registrationsOn } from '../../registrations.js';

/** Uses by which an application gets something to answer with, or begins to. */
const AT_WORK = ['http.route', 'http.middleware.use', 'http.mount', 'http.plugin.register', 'http.server.listen', 'http.hook', 'http.middleware.global', 'http.chain.global', 'http.prefix.global'];
/** Members by which an application of modules is handed to a server that somebody else starts. */
const HANDED_OUT = /^(?:listen|getHttpAdapter|getHttpServer|getUrl|callback|fetch|server|handle)$/;

/**
 * Does it answer nobody? An application of modules that is made for its parts and never listens; any other on which nothing is
 * registered. Unknown where it is handed to a function, which may do both.
 */
export const idle: Predicate = (site, _operand, { program }) => {
  if (site.role === null || site.value === null) return NO;
  const hold = holdersOf(site.value);
  if (hold === null) return NO;
  const isOfModules = site.role.entry.attributes['framework'] === 'nestjs';
  if (!isOfModules && atWork(program).has(keyOf(site.value))) return NO;
  const ends = hold.map((use) => endOf(use, program));
  if (ends.length === 0 || ends.includes('served')) return NO;
  if (ends.includes('handed-on')) return isOfModules ? NO : unknown('whether what it is handed to lets it answer');
  return isOfModules || ends.includes('given-to-server') ? yes() : NO;
};

/** References to the variable that holds the value; null when it is held anywhere else. */
function holdersOf({ file, id }: ValueRef): ValueRef[] | null {
  const parent = file.parentOf(id);
  const held = parent !== NONE && file.facts.values[parent]!.kind === 'await' ? parent : id;
  const uses = usesIn(file);
  const bindings = uses.bindingsOf(held);
  if (bindings.length === 0 || uses.returnedBy(held).length > 0 || uses.writtenTo(held).length > 0) return null;
  if (file.facts.exports.some((each) => each.value === held || bindings.includes(each.binding))) return null;
  return bindings.flatMap((binding) => file.facts.bindings[binding]!.uses.map((use) => ({ file, id: use })));
}

type End = 'served' | 'handed-on' | 'given-to-server' | 'asked';

/** What one use does with the application. */
function endOf({ file, id }: ValueRef, program: Program): End {
  const uses = usesIn(file);
  if (uses.returnedBy(id).length > 0 || uses.writtenTo(id).length > 0 || uses.bindingsOf(id).length > 0 || file.facts.exports.some((each) => each.value === id)) return 'served';
  const parent = file.parentOf(id);
  const fact = parent === NONE ? undefined : file.facts.values[parent]!;
  if (fact?.kind === 'member' && fact.object === id) return fact.name === null || HANDED_OUT.test(fact.name) ? 'served' : 'asked';
  if (fact?.kind === 'call') {
    if (fact.callee === id) return 'served';
    return program.apiPaths({ file, id: fact.callee }).some((path) => /^(?:http|https|http2):create(?:Secure)?Server$/.test(path)) ? 'given-to-server' : 'handed-on';
  }
  return fact?.kind === 'object' || fact?.kind === 'array' ? 'handed-on' : 'served';
}

const memoAtWork = new WeakMap<Program, ReadonlySet<string>>();

/** Keys of the calls that make applications which listen, or on which something is registered where they are made. */
function atWork(program: Program): ReadonlySet<string> {
  let found = memoAtWork.get(program);
  if (found === undefined) {
    const uses = AT_WORK.flatMap((role) => program.sitesOf(role));
    found = new Set(uses.flatMap(({ role, value, created }) => (created !== null && (role === 'http.server.listen' || created.file === value.file) ? [keyOf(created)] : [])));
    memoAtWork.set(program, found);
  }
  return found;
}

/** A path that only probes, collectors of metrics and what starts and stops containers ask for. */
const PROBE = /^\/?(?:(?:_ah|lifecycle|internal|-)\/)?(?:prestop|poststart|warmup|health\w*|healthz?|live\w*|readi?\w*|alive|ping|metrics|heartbeat|up|state|_?status)(?:\/(?:live|ready|liveness|readiness|check|z|up|down|maint))?\/?$/i;

/** Are probes all that it answers? */
export const probesOnly: Predicate = (site, _operand, { program }) => {
  if (site.value === null) return NO;
  const own = registrationsOn(site.value, program);
  const paths = own.flatMap((each) => program.argumentList(each, 'path').map((path) => program.constants(path)));
  const isProbe = (path: unknown) => typeof path === 'string' && PROBE.test(path);
  // Who asks for nothing in particular is told where to look.
  const isProbeOrRoot = (path: unknown) => isProbe(path) || path === '/';
  const hasOwnPath = own.every((each) => each.role === 'http.route' || program.argumentList(each, 'path').length > 0);
  return answerOf(own.length > 0 && hasOwnPath && paths.length >= own.length && paths.some((path) => path?.every(isProbe) === true) && paths.every((path) => path?.every(isProbeOrRoot) === true));
};

const HEADERS = ['security-headers.set', 'security-header'];
/** Uses that show that browsers talk to a package itself: it keeps sessions, sets cookies, renders pages. */
const FOR_BROWSERS = ['session.configure', 'cookie.set', 'cookie.defaults', 'cors.configure', 'template.render', 'file.send'];

/**
 * Does the package speak to no browser by itself, as far as its code shows, while another package of the repository sends the
 * headers? It then stands behind that one.
 */
export const behindAnother: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  if ([...HEADERS, ...FOR_BROWSERS].some((role) => evaluation.roleSites([role], 'own').length > 0)) return NO;
  const front = frontOf(evaluation);
  return front === undefined ? NO : yes({ related: [{ location: program.location(front.value), text: 'another package sends them' }] });
};

/** Uses by which a package sends the headers: by a library, or each by hand. */
const HEADERS_SENT = ['security-headers.set', 'security-header'];
/** Files of a server that runs until the program is set up, or while its data are moved. */
const SET_UP = /(?:^|\/)(?:install(?:er)?|set-?up)(?:[-.][\w-]+)?(?:\/|\.[cm]?[jt]s$)|migration-server\.[cm]?[jt]s$/i;

/** Is it the application of an installer? */
export const untilSetUp: Predicate = (site) => answerOf(site.value !== null && SET_UP.test(site.value.file.facts.path));

function frontOf(evaluation: Evaluation): RoleSite | undefined {
  const own = evaluation.package.directory;
  const setters = HEADERS_SENT.flatMap((role) => evaluation.program.sitesOf(role));
  return setters.find(({ value }) => value.file.package.directory !== own && evaluation.isSource(value));
}
