/** What is said about a response beside its body: its content type and its status. */
import type { LinkedFile, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { keyOf } from '../../file-uses.js';
import { rootOf } from '../../sites/response-root.js';
import { RETURNED } from '../../sites/returned-responses.js';

/** Chains of calls on a response are followed this far. */
const MAX_CHAIN = 12;

/**
 * Uses in a role that speak of the same response as the site: in its chain of calls, in what it is given, or earlier on the same
 * variable, in this function or one around it.
 */
export function saidOfResponse(site: RoleSite, role: string, program: Program): RoleSite[] {
  if (site.path === RETURNED) return saidInHandler(site, role, program);
  const { file } = site.value;
  const found = new Map<string, RoleSite>();
  for (const id of [...inChain(file, site.value.id), ...inArguments(file, site.value.id), ...earlier(site, program)]) {
    for (const use of program.rolesAt({ file, id })) if (use.role === role) found.set(keyOf(use.value), use);
  }
  return [...found.values()];
}

/** What a handler says before it returns, or by its decorators. */
function saidInHandler({ value }: RoleSite, role: string, program: Program): RoleSite[] {
  const { file } = value;
  const { start } = program.fact(value);
  const handler = file.functionAt(start);
  const { decorators } = file.facts.functions[handler]!;
  return program.sitesOf(role).filter(({ value: use }) => {
    if (use.file !== file) return false;
    const at = program.fact(use).start;
    return decorators.includes(use.id) || (at < start && file.functionAt(at) === handler);
  });
}

/** The calls before and behind this one: `res.status(200).type('json').send(x)`, `h.response(x).type('text/plain')`. */
function inChain(file: LinkedFile, start: number): number[] {
  const result: number[] = [];
  let id = start;
  for (let step = 0; step < MAX_CHAIN; step += 1) {
    const fact = file.facts.values[id];
    const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
    if (callee?.kind !== 'member') break;
    id = callee.object;
    result.push(id);
  }
  return [...result, ...behind(file, start)];
}

function behind(file: LinkedFile, start: number): number[] {
  const result: number[] = [];
  let id = start;
  for (let step = 0; step < MAX_CHAIN; step += 1) {
    const member = file.parentOf(id);
    const call = member < 0 || file.facts.values[member]?.kind !== 'member' ? -1 : file.parentOf(member);
    const fact = call < 0 ? undefined : file.facts.values[call];
    if (fact?.kind !== 'call' || fact.callee !== member) break;
    result.push(call);
    id = call;
  }
  return result;
}

/** Values of the properties of objects given to the call, also of objects in those. */
function inArguments(file: LinkedFile, id: number): number[] {
  const fact = file.facts.values[id];
  return fact?.kind === 'call' ? fact.args.slice(1).flatMap((argument) => valuesWithin(file, argument, 0)) : [];
}

function valuesWithin(file: LinkedFile, id: number, depth: number): number[] {
  const fact = file.facts.values[id];
  if (fact?.kind !== 'object' || depth > 3) return [id];
  return fact.properties.flatMap((property) => [property.value, ...valuesWithin(file, property.value, depth + 1)]);
}

/** What is called or written on the same variable before, in the site's function or one around it. */
function earlier(site: RoleSite, program: Program): number[] {
  const { file, id } = site.value;
  const root = file.facts.values[rootOf(file, id)];
  const base = root?.kind === 'member' ? file.facts.values[root.object] : root;
  if (base?.kind !== 'reference' || base.binding < 0) return [];
  const { start } = program.fact(site.value);
  return (file.facts.bindings[base.binding]?.uses ?? []).flatMap((use) => {
    const fact = file.facts.values[use]!;
    if (fact.start >= start || !surrounds(file, fact.start, start)) return [];
    return [use, ...callsFrom(file, use)];
  });
}

/** Does the first place stand in the function of the second, or in one around it? */
function surrounds(file: LinkedFile, first: number, second: number): boolean {
  const outer = file.functionAt(first);
  for (let id = file.functionAt(second); id > 0; id = file.facts.functions[id]!.parent) if (id === outer) return true;
  return outer === 0;
}

function callsFrom(file: LinkedFile, use: number): number[] {
  const calls: number[] = [];
  let id = use;
  for (let step = 0; step < MAX_CHAIN; step += 1) {
    const parent = file.parentOf(id);
    const fact = parent < 0 ? undefined : file.facts.values[parent];
    if (fact?.kind === 'call' && fact.callee === id) calls.push(parent, ...fact.args.flatMap((argument) => valuesWithin(file, argument, 0)));
    else if (fact?.kind !== 'member' || fact.object !== id) break;
    id = parent;
  }
  return calls;
}

/** What a client takes the text of a body for. */
export type TextType = 'html' | 'other' | 'unknown';

/** By the content type that is set, or by what the framework does with a text when none is. */
export function textTypeOf(site: RoleSite, program: Program): TextType {
  // What a browser stores, it does not render.
  if (saidOfResponse(site, 'http.response.attachment', program).length > 0) return 'other';
  const own = program.argument(site, 'type');
  const set = [...(own === null ? [] : [own]), ...saidOfResponse(site, 'http.response.type', program).flatMap((use) => program.argumentList(use, 'type'))];
  const types = new Set(set.map((value) => typeOf(value, program)));
  if (types.size > 1) return 'unknown';
  const [only] = types;
  return only ?? byDefault(site, program);
}

/** Is the content type set, and to one that browsers render? */
export function saysMarkup(site: RoleSite, program: Program): boolean {
  const set = saidOfResponse(site, 'http.response.type', program).flatMap((use) => program.argumentList(use, 'type'));
  return site.entry.attributes['text'] === 'html' || set.some((value) => typeOf(value, program) === 'html');
}

function typeOf(value: ValueRef, program: Program): TextType {
  const constants = program.constants(value);
  if (constants === null || constants.length === 0) return 'unknown';
  const rendered = constants.map((each) => /html|xml|svg/i.test(String(each)));
  return rendered.every((each) => each) ? 'html' : rendered.some((each) => each) ? 'unknown' : 'other';
}

function byDefault(site: RoleSite, program: Program): TextType {
  const kind = site.entry.attributes['text'];
  if (kind === 'html' || kind === 'sniffed') return 'html';
  if (kind !== 'by-first-character') return 'other';
  const content = program.argument(site, 'content');
  return content !== null && program.sourcesOf(content).some((source) => beginsAsMarkup(source, program, 0)) ? 'html' : 'other';
}

function beginsAsMarkup(value: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact(value);
  if (fact.kind === 'template' && fact.tag < 0) return /^\s*</.test(fact.texts[0] ?? '');
  if (fact.kind === 'literal') return /^\s*</.test(String(fact.value));
  const first = fact.kind === 'concat' ? fact.parts[0] : undefined;
  return first !== undefined && depth < 4 && program.sourcesOf({ file: value.file, id: first }).some((source) => beginsAsMarkup(source, program, depth + 1));
}

/**
 * The statuses that the response may have, as far as they are known; null when one of them is not, or none is set.
 * @param isNear only what is set with the body or in the same block counts: another branch may have answered already.
 */
export function statusesOf(site: RoleSite, program: Program, isNear = false): number[] | null {
  const fixed = site.entry.attributes['status'];
  if (typeof fixed === 'number') return [fixed];
  const own = program.argument(site, 'status');
  const options = program.argument(site, 'options');
  const property = options === null ? null : program.property(options, ['status']);
  const set = [
    ...(own === null ? [] : [own]),
    ...(property?.kind === 'found' ? property.values : []),
    ...nearest(saidOfResponse(site, 'http.response.status', program), site, program, isNear).flatMap((use) => program.argumentList(use, 'status')),
  ];
  if (set.length === 0) return null;
  const all = set.map((value) => program.constants(value)?.map(Number) ?? namedStatus(value, program));
  return all.includes(null) ? null : all.flatMap((each) => each!);
}

/** What every enumeration of statuses calls those for mistakes of the client: `HttpStatus.BAD_REQUEST`, `StatusCodes.NOT_FOUND`. */
const CLIENT_STATUS = /^(?:BAD_REQUEST|UNAUTHORIZED|PAYMENT_REQUIRED|FORBIDDEN|NOT_FOUND|METHOD_NOT_ALLOWED|NOT_ACCEPTABLE|REQUEST_TIMEOUT|CONFLICT|GONE|LENGTH_REQUIRED|PRECONDITION_FAILED|(?:PAYLOAD|REQUEST|CONTENT)_TOO_(?:LARGE|LONG)|UNSUPPORTED_MEDIA_TYPE|UNPROCESSABLE_(?:ENTITY|CONTENT)|LOCKED|TOO_MANY_REQUESTS)$/;

function namedStatus(value: ValueRef, program: Program): number[] | null {
  const fact = program.fact(value);
  return fact.kind === 'member' && fact.name !== null && CLIENT_STATUS.test(fact.name) ? [400] : null;
}

/** A status that is set in the chain itself overrides those before; otherwise those in the block of the site. */
function nearest(uses: readonly RoleSite[], site: RoleSite, program: Program, isNear: boolean): RoleSite[] {
  const { file, id } = site.value;
  const chained = new Set(inChain(file, id));
  const own = uses.filter((use) => chained.has(use.value.id));
  if (own.length > 0) return own;
  const block = file.blockAt(program.fact(site.value).start);
  const same = uses.filter((use) => file.blockAt(program.fact(use.value).start) === block);
  return same.length > 0 || isNear ? same : [...uses];
}

/** Answers of these carry no body, whatever the program gives them: RFC 9110, 15.3.5, 15.3.6 and 15.4.5. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** Is it sent with a status that leaves its body out? */
export function hasNoBody(site: RoleSite, program: Program): boolean {
  const statuses = statusesOf(site, program, true);
  return statuses !== null && statuses.length > 0 && statuses.every((status) => WITHOUT_BODY.has(status));
}

const PROMISES: ReadonlySet<string> = new Set(['Promise', 'PromiseLike', 'Observable']);
/** A type that is named like an entity, and not like a text, what holds one, or a placeholder of a generic function. */
const ENTITY = /^(?!(?:String|Object|Buffer|Response|Readable|StreamableFile|ReactNode)$)(?!\w*(?:Html|HTML|Text|Markup|String|Page|View|Url|Id)$)[A-Z]\w{2,}$/;

/** Does the function that returns it say that it returns an object or a list, which is sent as JSON? */
export function isDeclaredObject(site: RoleSite, program: Program): boolean {
  if (site.path !== RETURNED) return false;
  const { file } = site.value;
  let type = file.facts.functions[file.functionAt(program.fact(site.value).start)]?.returnType;
  while (type !== undefined && PROMISES.has(type.name)) type = type.args?.[0];
  return type !== undefined && (type.name === '[]' || type.name === '{}' || ENTITY.test(type.name));
}
