/** `log.*`: what a log call's line may be made to look like. */
import type { Confidence } from '../../../contracts/audit.js';
import type { Origin, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import type { RequestPart } from '../../../contracts/vocabulary.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { splitWords } from '../../names/name-words.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';
import { ownName } from './logged-values.js';
import { requestTextIn } from '../injection/request-text.js';
import { isShort } from './short-texts.js';
import { isForDevelopers } from '../errors/error-guards.js';

const ARGUMENTS = ['record', 'message', 'values'];
/** Request data in which a line break may arrive: what is decoded. HTTP itself allows none in hosts and headers, and none in URLs until somebody decodes them. */
const DECODED: readonly RequestPart[] = ['query', 'body', 'params', 'form', 'cookies', 'files', 'raw', 'url', 'arguments'];
const DECODES = /^goes through (?:decodeURI(?:Component)?|unescape|(?:querystring|qs)[:.]unescape)\(/;
/** Directives of util.format that write what they are given as JSON, as a number, or not at all. */
const NO_TEXT_DIRECTIVE = /[jdifoOc]/;

/** Values that go by such names are looked up before they are of any use; nobody makes noise about them. */
const IDENTIFIERS: ReadonlySet<string> = new Set(['id', 'ids', 'uuid', 'uid', 'guid', 'page', 'limit', 'offset', 'count', 'size', 'number', 'index', 'version', 'date', 'time', 'timestamp', 'loop']);
/** A longer way through the program is followed, but nobody would swear to it. */
const LONG_WAY = 7;

/** `log.request-text`: a client's text stands in the line as it is. Objects are written with their texts quoted. */
export const logRequestText: Predicate = (site, _operand, { program }) => {
  if (site.role === null) return NO;
  const directives = directivesOf(site.role, program);
  for (const name of ARGUMENTS) {
    for (const [index, value] of program.argumentList(site.role, name).entries()) {
      if (name === 'values' && NO_TEXT_DIRECTIVE.test(directives[index] ?? '')) continue;
      const origin = textParts(value, program, 0).map((part) => requestTextIn(part, { sink: 'log', parts: DECODED }, program)).find((each) => each !== null && mayBreakLines(each) && !isIdentifier(nameSent(each)));
      if (origin) return yes({ steps: origin.steps, values: { source: origin.steps[0]?.text ?? origin.detail }, confidence: confidenceOf(origin, value, name === 'values' && directives[index] === 's', program) });
    }
  }
  return NO;
};

/** The letters of the directives in a message, by the value that each is for: `'%s asks for %j'`. */
function directivesOf(role: RoleSite, program: Program): string[] {
  const message = program.argument(role, 'message');
  const format = message === null ? undefined : program.constants(message)?.[0];
  return typeof format !== 'string' ? [] : [...format.matchAll(/%(%|[a-zA-Z])/g)].map((match) => match[1]!).filter((letter) => letter !== '%');
}

/** An address is one line until it is decoded. */
function mayBreakLines({ detail, steps }: Origin): boolean {
  return !detail.startsWith('request.url') || /\.(?:query|searchParams|search)\b/.test(detail) || steps.some((step) => DECODES.test(step.text));
}

/** The parts of a text that is put together on the spot, but for identifiers and counts; the value itself when it is none. */
function textParts(value: ValueRef, program: Program, depth: number): ValueRef[] {
  const fact = program.fact(value);
  if (depth < 4 && ((fact.kind === 'template' && fact.tag < 0) || fact.kind === 'concat')) return fact.parts.flatMap((id) => textParts({ file: value.file, id }, program, depth + 1));
  const name = ownName(value, program);
  return fact.kind === 'literal' || (name !== null && isIdentifier(name)) ? [] : [value];
}

/** What the client's text is called where it is read: `projectId` of `params.projectId` and of `@Param('projectId') projectId`. */
function nameSent({ detail, steps }: Origin): string {
  const [, part, ...path] = detail.split('.');
  return path.at(-1) ?? /: ([A-Za-z_$][\w$]*)$/.exec(steps[0]?.text ?? '')?.[1] ?? part ?? detail;
}

/** `projectid`, `id_project`: written without a capital, or the other way round. */
const IDENTIFIER = /^id_[a-z_]+$|^(?!.*(?:valid|paid|grid|void|avoid|android|solid|rapid|fluid|liquid|hybrid)$)[a-z]{3,}id$/;

function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name) || splitWords(name).some((word, index, words) => IDENTIFIERS.has(word) && index >= words.length - 1);
}

/** What stands in a body may be an object, which is written with its texts quoted; joined into a text (or put there by `%s`), it is text. */
function confidenceOf(origin: Origin, value: ValueRef, asText: boolean, program: Program): Confidence {
  if (isForFaults(origin, value) || isDeclaredShort(value, program)) return 'low';
  const isJoined = asText || program.sourcesOf(value).some((source) => ['template', 'concat'].includes(program.fact(source).kind));
  if ((origin.detail.startsWith('request.body') && !isJoined) || origin.steps.length > LONG_WAY || origin.stored || isSigned(origin.value, program)) return 'low';
  return origin.lossy ? 'medium' : 'high';
}

/** `log.debug(text)` of the program's own, which hands it on: a level that production leaves off. */
const TO_FAULTS = /^is passed to .*\b(?:debug|verbose|trace|silly)(?:Log)?\(\)$/;
const FOR_FAULTS = /^(?:log)?_?(?:debug|verbose|trace|silly)(?:log)?$/i;

function isForFaults({ steps }: Origin, { file, id }: ValueRef): boolean {
  const around = file.facts.functions[file.functionAt(file.facts.values[id]!.start)];
  return FOR_FAULTS.test(around?.name ?? '') || steps.some((step) => TO_FAULTS.test(step.text));
}

/** What each part of this text is that a client sent: declared to be a number or a boolean, or cut to a few characters? A client may send something else, and seldom does. */
function isDeclaredShort(value: ValueRef, program: Program): boolean {
  return textParts(value, program, 0).every((part) => isShort(part, program) || requestTextIn(part, { sink: 'log', parts: DECODED }, program) === null);
}

/** Functions that look at the signature of a request are called so. */
const LOOKS_AT_SIGNATURE = /(?:verif|check|valid|assert).*(?:signature|webhook)|(?:signature|webhook).*(?:verif|valid)|constructEvent/i;

/** Is the signature of the request looked at in the function that reads it? */
function isSigned({ file, id }: ValueRef, program: Program): boolean {
  const around = file.functionAt(file.facts.values[id]!.start);
  return file.facts.calls.some((call) => {
    const fact = file.facts.values[call]!;
    if (fact.kind !== 'call' || file.functionAt(fact.start) !== around) return false;
    const callee = file.facts.values[fact.callee]!;
    const name = writtenName(callee);
    return (name !== null && LOOKS_AT_SIGNATURE.test(name)) || program.rolesAt({ file, id: call }).some((site) => site.role === 'signature.check');
  });
}

/** `log.line-oriented`: the logger writes text lines, not JSON. Unknown where its options cannot be told. */
export const lineOriented: Predicate = (site, _operand, evaluation) => {
  const structured = site.role?.entry.attributes['structured'];
  if (site.role === null || structured === 'json') return NO;
  if (structured === 'line') return answerOf(true);
  if (structured === 'format') return byFormat(site.role, evaluation);
  if (structured === 'option') return byOption(site.role, evaluation);
  return unknown('what the logger makes of line breaks');
};

/** Loggers that write text unless an option says JSON. */
function byOption(role: RoleSite, evaluation: Evaluation): ReturnType<Predicate> {
  const { program } = evaluation;
  const creators = evaluation.roleSites(['log.create'], 'wide').filter((each) => each.entry.package === role.entry.package);
  const isJson = creators.some((creator) => {
    const json = program.argument(creator, 'json');
    const type = program.argument(creator, 'type');
    return (json !== null && program.constants(json)?.includes(false) !== true) || (type !== null && program.constants(type)?.includes('json') !== false);
  });
  return answerOf(!isJson);
}

/** Loggers whose format, or that of one of their transports, is put together from parts. */
function byFormat(role: RoleSite, evaluation: Evaluation): ReturnType<Predicate> {
  const { program } = evaluation;
  // What is made for developers alone shows nothing of what production writes.
  const all = evaluation.roleSites(['log.create'], 'wide').filter((each) => each.entry.package === role.entry.package && !isForDevelopers(each.value, program));
  const transports = all.filter((each) => each.entry.attributes['transport'] === true);
  const made = role.created === null ? [] : program.rolesAt(role.created).filter((each) => each.role === 'log.create');
  const creators = made.length > 0 ? made : all.filter((each) => each.entry.attributes['transport'] !== true);
  const formats = [...creators, ...transports].flatMap((each) => program.argumentList(each, 'format')).map((format) => formatKind(format, program, 0));
  if (formats.includes('line')) return answerOf(true);
  if (creators.length === 0 || formats.includes('unknown')) return unknown('the format of the logger');
  return NO;
}

function formatKind(format: ValueRef, program: Program, depth: number): 'line' | 'json' | 'neither' | 'unknown' {
  const kinds = program.sourcesOf(format).flatMap((source) => {
    const roles = program.rolesAt(source).map((site) => site.role);
    if (roles.includes('log.format.line')) return ['line'] as const;
    if (roles.includes('log.format.json')) return ['json'] as const;
    const combine = program.rolesAt(source).find((site) => site.role === 'log.format.combine');
    if (combine === undefined || depth > 3) return [program.fact(source).kind === 'call' ? 'neither' : 'unknown'] as const;
    return program.argumentList(combine, 'formats').map((part) => formatKind(part, program, depth + 1));
  });
  return (['line', 'json', 'unknown'] as const).find((kind) => kinds.includes(kind)) ?? 'neither';
}
