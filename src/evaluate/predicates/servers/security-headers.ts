/** `headers.*`: which of the headers by which browsers protect a page an application sends, and whether it is one by itself. */
import type { Program, RoleSite } from '../../../contracts/program.js';
import { argumentSubject } from '../../argument-subject.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { keyOf } from '../../file-uses.js';
import { rootOf } from '../../sites/response-root.js';
import { constantsOf } from '../../subject.js';
import { HOLE, textOf } from '../../value-tests/partial-text.js';
import type { Predicate } from '../index.js';

const HEADERS = ['csp', 'nosniff', 'frame', 'hsts'] as const;
type Header = (typeof HEADERS)[number];
type State = 'set' | 'off' | 'unknown' | 'missing';

const WRITTEN: Readonly<Record<Header, string>> = {
  csp: 'Content-Security-Policy',
  nosniff: 'X-Content-Type-Options',
  frame: 'X-Frame-Options',
  hsts: 'Strict-Transport-Security',
};
/** What a proxy in front often sends, or an answer without markup needs less. */
const MINOR: ReadonlySet<Header> = new Set<Header>(['csp', 'hsts']);
const OPERANDS = ['all', 'switched-off', 'some', 'minor', 'none'] as const;

/**
 * `with:` `all` (none of the headers is set), `switched-off` (a library would set them but is told not to), `some` (among the
 * missing is one that costs nothing), `minor` (only a content policy or transport security is missing), `none` (nothing is missing).
 * The missing ones are the message's `{value}`.
 */
export const missing: Predicate = (_site, operand, evaluation) => {
  if (!OPERANDS.some((known) => known === operand)) throw new Error(`headers.missing takes one of ${OPERANDS.join(', ')}`);
  const states = statesOf(evaluation);
  const lacking = HEADERS.filter((header) => ['missing', 'off'].includes(states.get(header)!));
  const off = lacking.filter((header) => states.get(header) === 'off' && !MINOR.has(header));
  const open = HEADERS.filter((header) => states.get(header) === 'unknown');
  const untold = unknown(`whether ${open.map((header) => WRITTEN[header]).join(' and ')} is set`);
  const values = { value: inWords((operand === 'switched-off' ? off : lacking).map((header) => WRITTEN[header])) };
  const holds = {
    all: lacking.length === HEADERS.length && ![...states.values()].includes('off'),
    'switched-off': off.length > 0,
    some: lacking.some((header) => !MINOR.has(header)),
    minor: lacking.length > 0 && lacking.every((header) => MINOR.has(header)),
    none: lacking.length === 0,
  }[operand as (typeof OPERANDS)[number]];
  if (operand === 'none') return holds && open.length > 0 ? untold : holds ? yes({ related: settersOf(evaluation) }) : NO;
  return holds ? yes({ values, related: settersOf(evaluation) }) : open.length > 0 ? untold : NO;
};

/** Is the application one that another one takes in: mounted at a path, registered as a plugin? */
export const mounted: Predicate = (site, _operand, { program }) => answerOf(site.value !== null && mountedIn(program).has(keyOf(site.value)));

const memo = new WeakMap<Evaluation, ReadonlyMap<Header, State>>();

function statesOf(evaluation: Evaluation): ReadonlyMap<Header, State> {
  let states = memo.get(evaluation);
  if (states === undefined) {
    states = new Map(HEADERS.map((header) => [header, best(statesBy(header, evaluation))]));
    memo.set(evaluation, states);
  }
  return states;
}

function best(states: readonly State[]): State {
  return (['set', 'unknown', 'off'] as const).find((state) => states.includes(state)) ?? 'missing';
}

function statesBy(header: Header, evaluation: Evaluation): State[] {
  const libraries = evaluation.roleSites(['security-headers.set'], 'wide').map((site) => stateIn(site, header, evaluation));
  const own = evaluation.roleSites(['security-header'], 'wide').map((site) => byHand(site, header, evaluation));
  return [...libraries, ...own];
}

/** What a library that sets all of them, or the one that its model names, does with a header. */
function stateIn(site: RoleSite, header: Header, evaluation: Evaluation): State {
  const { attributes } = site.entry;
  if (attributes['only'] !== undefined) return attributes['only'] === header ? 'set' : 'missing';
  const byDefault: State = attributes[`default-${header}`] === false ? 'missing' : 'set';
  const subject = argumentSubject(site, header, evaluation);
  if (subject.presence === 'no') return byDefault;
  if (subject.values.length === 0) return byDefault === 'set' ? 'set' : 'unknown';
  const { all, others } = constantsOf(subject, evaluation);
  if (others.length > 0 || all.length === 0 || !all.every((constant) => constant === false)) return 'set';
  // The content policy that goes with it may name the frames that are allowed, as that of libraries does by itself.
  return header === 'frame' && attributes['only'] === undefined && stateIn(site, 'csp', evaluation) === 'set' ? 'unknown' : 'off';
}

/** A content policy that names the frames it allows does what the header for frames does. */
function byHand(site: RoleSite, header: Header, evaluation: Evaluation): State {
  const own = site.entry.attributes['header'];
  if (own === header) return 'set';
  if (header !== 'frame' || own !== 'csp') return 'missing';
  const value = evaluation.program.argument(site, 'value');
  const text = value === null ? '' : textOf(value, evaluation);
  return /frame-ancestors/i.test(text) ? 'set' : text.includes(HOLE) ? 'unknown' : 'missing';
}

function settersOf(evaluation: Evaluation) {
  const sites = evaluation.roleSites(['security-headers.set', 'security-header'], 'wide').slice(0, 4);
  return sites.map((site) => ({ location: evaluation.program.location(site.value), text: 'headers are set here' }));
}

const memoMounted = new WeakMap<Program, ReadonlySet<string>>();

/** Keys of the calls that make applications which others take in; routes may have been added to them in the same chain. */
function mountedIn(program: Program): ReadonlySet<string> {
  let found = memoMounted.get(program);
  if (found === undefined) {
    const roles = ['http.middleware.use', 'http.mount', 'http.mount.wrap', 'http.middleware.apply', 'http.middleware.global'];
    found = new Set(roles.flatMap((role) => program.sitesOf(role)).flatMap((site) => takenIn(site, program)));
    memoMounted.set(program, found);
  }
  return found;
}

/**
 * Keys of what a registration takes in. A function that makes the application and its routers alike gives the same key to both; that
 * it takes in itself does not say that nobody talks to it.
 */
function takenIn(site: RoleSite, program: Program): string[] {
  const made = program.argumentList(site, 'handlers').flatMap((value) => {
    const created = program.resolve(value).flatMap((entity) => (entity.kind === 'api' && entity.created !== null ? [entity.created] : []));
    return [...created, ...program.sourcesOf(value)];
  });
  const into = site.created === null ? null : keyOf(site.created);
  const roots = made.map(({ file, id }) => ({ file, id: rootOf(file, id) }));
  // `withRoutes(new App())`: the function gives back what it is handed.
  const passed = roots.filter((root) => ['parameter', 'reference'].includes(program.fact(root).kind)).flatMap((root) => program.sourcesOf(root));
  return [...roots, ...passed].map(keyOf).filter((key) => key !== into);
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
