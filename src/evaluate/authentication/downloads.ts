/** Routes that answer with a file which the request, or a record that it names, chooses. */
import type { FunctionRef, LinkedFile, Program, Route, ValueRef } from '../../contracts/program.js';
import type { ValueId } from '../../contracts/facts.js';
import { usesIn as fileUses } from '../file-uses.js';
import { calledName, writtenName } from '../../contracts/written-name.js';
import { reachedWhenWell, usesIn } from './reach.js';

const DEPTH = 3;
const RESPONSE = /^_?(?:res|response|reply|ctx|context|c|h|raw|body)$/i;

const memo = new WeakMap<Route, { readonly at: ValueRef | null }>();

/** The place that sends the file, or null. A file that is the same for everybody (a page, a logo) is none; one that holds the data of many is. */
export function fileSentBy(route: Route, program: Program): ValueRef | null {
  let known = memo.get(route);
  if (known === undefined) memo.set(route, (known = { at: route.handler === null ? null : find(route.handler, program) }));
  return known.at;
}

function find(handler: FunctionRef, program: Program): ValueRef | null {
  const reached = reachedWhenWell(program, [handler], DEPTH);
  const chosen = (role: string, argument: string) => usesIn(reached, [role], program).filter((use) => isChosen(program.argument(use, argument), program));
  const sent = chosen('file.send', 'file')[0] ?? usesIn(reached, ['file.send'], program).find((use) => isOfMany(program.argument(use, 'file'), program)) ?? chosen('file.read', 'path').find((use) => isAnswered(use.value));
  if (sent !== undefined) return sent.value;
  const signed = usesIn(reached, ['storage.address.sign'], program)[0];
  return signed !== undefined && chosen('storage.object.get', 'key').length > 0 ? signed.value : null;
}

/** A table or an archive by the end of its name, which says whose data it holds. */
const OF_MANY = /(?:export|backup|dump|report|invoice|customer|user|member|order|payment|payroll|employee|subscriber|contact|lead|transaction)[^/]*\.(?:csv|tsv|xlsx?|ods|zip|tar|t?gz|sql|dump|bak|db|sqlite3?|jsonl?)$/i;

function isOfMany(value: ValueRef | null, program: Program): boolean {
  if (value === null) return false;
  const constants = program.constants(value);
  const last = constants ?? lastPart(value, program);
  return last.some((text) => OF_MANY.test(String(text)));
}

/** `join(root, 'exports', 'users.csv')`: what its last part is. */
function lastPart(value: ValueRef, program: Program): readonly unknown[] {
  const fact = program.fact(value);
  const last = fact.kind === 'call' ? fact.args.at(-1) : fact.kind === 'concat' ? fact.parts.at(-1) : undefined;
  return last === undefined ? [] : (program.constants({ file: value.file, id: last }) ?? []);
}

function isChosen(value: ValueRef | null, program: Program): boolean {
  return value !== null && program.trace(value, { sink: 'origin' }).origins.some(({ kind }) => kind === 'request' || kind === 'datastore');
}

/** The stream, or what was read, reaches the answer: at once, by a variable, or in the callback. */
function isAnswered({ file, id }: ValueRef): boolean {
  const whole = withoutWaiting(file, id);
  const uses = fileUses(file).bindingsOf(whole).concat(whole === id ? [] : fileUses(file).bindingsOf(id)).flatMap((binding) => file.facts.bindings[binding]!.uses);
  return [whole, ...uses].some((use) => reachesAnswer(file, use)) || answersInside(file, id);
}

function withoutWaiting(file: LinkedFile, id: ValueId): ValueId {
  const parent = file.parentOf(id);
  const kind = file.facts.values[parent]?.kind;
  return kind === 'await' || kind === 'cast' ? withoutWaiting(file, parent) : id;
}

function reachesAnswer(file: LinkedFile, use: ValueId): boolean {
  const parent = file.parentOf(use);
  const fact = file.facts.values[parent];
  if (fact?.kind === 'member' && fact.object === use && fact.name === 'pipe') return isGivenAnswer(file, file.parentOf(parent));
  if (fact?.kind === 'member' && fact.object === use) return chained(file, parent);
  if (fact?.kind === 'call' && fact.callee !== use) return isGivenAnswer(file, parent) || /^(?:Response|NextResponse|StreamableFile)$/.test(writtenName(file.facts.values[fact.callee]) ?? '');
  return file.facts.memberWrites.some((write) => write.value === use && write.name === 'body');
}

/** `stream.on('error', next).pipe(res)` */
function chained(file: LinkedFile, member: ValueId): boolean {
  const call = file.parentOf(member);
  return file.facts.values[call]?.kind === 'call' && calledName(file, call) === 'on' && reachesAnswer(file, call);
}

/** `stream.pipe(res)`, `pipeline(stream, res)`, `res.send(bytes)`. */
function isGivenAnswer(file: LinkedFile, call: ValueId): boolean {
  const fact = file.facts.values[call];
  if (fact?.kind !== 'call') return false;
  const callee = file.facts.values[fact.callee];
  const name = writtenName(callee) ?? '';
  if (/^(?:pipe|pipeline)$/.test(name)) return fact.args.some((argument) => isAnswer(file, argument));
  return /^(?:send|end|write|body|stream|code|type)$/.test(name) && callee?.kind === 'member' && isAnswer(file, callee.object);
}

function isAnswer(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind === 'call') return isAnswer(file, fact.callee);
  return RESPONSE.test(writtenName(fact) ?? '') || (fact?.kind === 'member' && isAnswer(file, fact.object));
}

/** `readFile(path, (error, bytes) => res.end(bytes))`. */
function answersInside(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'call') return false;
  const callbacks = fact.args.map((argument) => file.facts.values[argument]!).filter((argument) => argument.kind === 'function');
  return callbacks.some((callback) => file.facts.calls.some((call) => {
    const { start, end } = file.facts.values[call]!;
    return start >= callback.start && end <= callback.end && isGivenAnswer(file, call) && /^(?:send|end|write)$/.test(calledName(file, call) ?? '') && givesData(file, call);
  }));
}

/** A variable, and no text or object written there. */
function givesData(file: LinkedFile, call: ValueId): boolean {
  const fact = file.facts.values[call]!;
  return fact.kind === 'call' && fact.args.some((argument) => file.facts.values[argument]!.kind === 'reference' && !/^(?:e|err|error)$/i.test(writtenName(file.facts.values[argument]) ?? ''));
}

/** Words of what most services show to everybody. */
const SHOWN = /^(?:images?|img|avatars?|logos?|icons?|thumbnails?|thumbs?|photos?|pictures?|media|fonts?|css|js|scripts?|styles?|stylesheets?|themes?|skins?|banners?|videos?|covers?|badges?|branding|favicons?|emojis?|plugins?|chunks?|bundle)$/i;

/** The path ends with the name of a description or page that is written in the program: `join(root, request.params.area, 'openapi.yaml')`. */
export function isOfProgram(at: ValueRef, program: Program): boolean {
  const use = program.rolesAt(at).find(({ role }) => role === 'file.send' || role === 'file.read');
  const path = use === undefined ? null : (program.argument(use, 'file') ?? program.argument(use, 'path'));
  return path !== null && program.sourcesOf(path).every((source) => endsWritten(source, program));
}

function endsWritten(source: ValueRef, program: Program): boolean {
  const fact = program.fact(source);
  const { file } = source;
  const last = fact.kind === 'call' ? fact.args.at(-1) : fact.kind === 'concat' ? fact.parts.at(-1) : undefined;
  if (fact.kind === 'template') return /\/[\w.-]+\.(?:ya?ml|md|html?|xsd|wsdl|proto)$/.test(fact.texts.at(-1) ?? '');
  const text = last === undefined ? null : file.facts.values[last]!;
  return text?.kind === 'literal' && /^\/?[\w.-]+\.(?:ya?ml|md|html?|xsd|wsdl|proto)$/.test(String(text.value));
}

/** Is what is sent looked up in a list first: `files().includes(name)`, `files.has(name)`? */
export function isAmongListed(route: Route, program: Program): boolean {
  if (route.handler === null) return false;
  return reachedWhenWell(program, [route.handler], 1).some(({ ref: { file, id } }) =>
    file.facts.blocks.some((block) => block.function === id && block.condition >= 0 && listsIn(file, block.condition).some((call) => comesOfRequest(file, call, program))),
  );
}

function listsIn(file: LinkedFile, condition: ValueId): ValueId[] {
  const { start, end } = file.facts.values[condition]!;
  return file.valuesWithin(start, end).filter((id) => file.facts.values[id]!.kind === 'call' && /^(?:includes|has|indexOf)$/.test(calledName(file, id) ?? ''));
}

/** `list.includes(name)`; `name.includes('..')` asks for something else. */
function comesOfRequest(file: LinkedFile, call: ValueId, program: Program): boolean {
  const fact = file.facts.values[call]!;
  if (fact.kind !== 'call' || fact.args[0] === undefined || file.facts.values[fact.args[0]]!.kind === 'literal') return false;
  return program.trace({ file, id: fact.args[0] }, { sink: 'origin' }).origins.some(({ kind }) => kind === 'request');
}

/** Does the path say that it gives pictures, styles or the like? */
export function isPerhapsShown({ path }: Route): boolean {
  return path.split('/').some((segment) => SHOWN.test(segment) || /\.(?:js|css|png|svg|ico|woff2?)$/i.test(segment));
}
