/** What a log call writes down: the values of its arguments, taken apart as far as they are put together on the spot. */
import type { ValueFact } from '../../../contracts/facts.js';
import type { Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { alternativesOf } from '../../alternatives.js';
import { keyOf } from '../../file-uses.js';
import { splitWords } from '../../names/name-words.js';
import { writtenName } from '../../../contracts/written-name.js';

/** One value that stands in the log as it is. */
export interface LoggedValue {
  ref: ValueRef;
  /** The property under which it is written: `password` in `{ password: x }`. */
  key: string | null;
  /** It is joined into a text, so that an object shows nothing of itself. */
  inText: boolean;
}

const ARGUMENTS = ['record', 'message', 'values'];
/** Functions and methods that give back what goes in, in other words; the names of colours and styles are those of terminal painters. */
const SHOWING = /^(?:String|stringify|inspect|format|formatWithOptions|dump|assign|toString|trim|toLowerCase|toUpperCase|join|concat|normalize|structuredClone|freeze|entries|fromEntries|values|all|red|green|yellow|blue|cyan|magenta|white|black|gray|grey|bold|dim|italic|underline|inverse|bg[A-Z]\w*|\w+Bright)$/;
const MAX_DEPTH = 8;
const MAX_WRITES = 4;
const MAX_VALUES = 60;

const memo = new WeakMap<Program, Map<string, readonly LoggedValue[]>>();

/** All that a log call writes, each value once. */
export function loggedValues(site: RoleSite, program: Program): readonly LoggedValue[] {
  let known = memo.get(program);
  if (known === undefined) memo.set(program, (known = new Map()));
  const key = keyOf(site.value);
  const made = known.get(key);
  if (made !== undefined) return made;
  const collector = new Collector(program);
  for (const name of ARGUMENTS) for (const value of program.argumentList(site, name)) collector.add(value, null, false, 0);
  known.set(key, collector.found);
  return collector.found;
}

class Collector {
  readonly found: LoggedValue[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly program: Program) {}

  add(ref: ValueRef, key: string | null, inText: boolean, depth: number): void {
    const place = `${keyOf(ref)} ${key ?? ''}`;
    if (depth > MAX_DEPTH || this.found.length >= MAX_VALUES || this.seen.has(place)) return;
    this.seen.add(place);
    const fact = this.program.fact(ref);
    const on = (id: number, name = key, joined = inText) => this.add({ file: ref.file, id }, name, joined, depth + 1);
    switch (fact.kind) {
      case 'template':
      case 'concat':
        return fact.parts.forEach((part) => on(part, key, true));
      case 'array':
        return fact.elements.forEach((element) => on(element));
      case 'object':
        return inText ? undefined : this.addProperties(fact, on);
      case 'call':
        return this.addCall(ref, fact, key, on);
      case 'member':
      case 'reference':
        return this.addNamed(ref, fact, key, inText, depth);
      default:
        return alternativesOf(fact)?.forEach((each) => on(each));
    }
  }

  private addProperties(fact: Extract<ValueFact, { kind: 'object' }>, on: (id: number, name?: string | null) => void): void {
    fact.properties.forEach((property, index) => {
      if (property.kind === 'value') on(property.value, property.name);
      else if (property.kind === 'computed') on(property.value, null);
      // `{ ...headers, Authorization: '***' }`: somebody took something out of it.
      else if (property.kind === 'spread' && !fact.properties.slice(index + 1).some((later) => later.kind === 'value')) on(property.value, null);
    });
  }

  private addCall(ref: ValueRef, fact: Extract<ValueFact, { kind: 'call' }>, key: string | null, on: (id: number, name?: string | null, joined?: boolean) => void): void {
    const callee = this.program.fact({ file: ref.file, id: fact.callee });
    const name = writtenName(callee);
    if (fact.isNew) return name !== null && /Error$|Exception$/.test(name) ? fact.args.slice(0, 1).forEach((each) => on(each)) : undefined;
    if (name === null || !SHOWING.test(name)) return void this.found.push({ ref, key, inText: false });
    // A replacer decides what is shown.
    if (name === 'stringify' && fact.args[1] !== undefined && !this.isNothing({ file: ref.file, id: fact.args[1] })) return;
    fact.args.forEach((argument) => on(argument, key, false));
    if (callee.kind === 'member') on(callee.object, key);
  }

  /** The name itself, and what a variable of this file holds. */
  private addNamed(ref: ValueRef, fact: Extract<ValueFact, { kind: 'member' | 'reference' }>, key: string | null, inText: boolean, depth: number): void {
    if (fact.kind === 'member' && this.isCode({ file: ref.file, id: fact.object })) return;
    this.found.push({ ref, key, inText });
    for (const value of writtenTo(ref, fact)) if (this.program.fact(value).kind !== 'parameter') this.add(value, key, inText, depth + 1);
  }

  /** What is read of a function or a class, as in `this.updateUser.name`, is written in the program. */
  private isCode(ref: ValueRef): boolean {
    const entities = this.program.resolve(ref);
    return entities.length > 0 && entities.every(({ kind }) => kind === 'function' || kind === 'class');
  }

  private isNothing(ref: ValueRef): boolean {
    const fact = this.program.fact(ref);
    return (fact.kind === 'literal' && fact.value === null) || (fact.kind === 'reference' && fact.name === 'undefined');
  }
}

/** What is assigned to the variable, if it is one with few assignments. */
export function writtenTo(ref: ValueRef, fact: ValueFact): ValueRef[] {
  const binding = fact.kind === 'reference' && fact.binding >= 0 ? ref.file.facts.bindings[fact.binding] : undefined;
  if (binding === undefined || binding.writes.length > MAX_WRITES || !['const', 'let', 'var', 'parameter'].includes(binding.kind)) return [];
  return binding.writes.map((write) => ({ file: ref.file, id: write.value }));
}

/** The names by which a value goes: where it is written, and what it is. */
export function namesOf({ ref, key }: LoggedValue, program: Program): string[] {
  const own = ownName(ref, program);
  return [key, own].flatMap((name) => (name === null ? [] : [name]));
}

/** `password` of `user.password` and of `req.get('password')`. */
export function ownName(ref: ValueRef, program: Program): string | null {
  const fact = program.fact(ref);
  if (fact.kind === 'member' || fact.kind === 'reference') return fact.name;
  const callee = fact.kind === 'call' ? program.fact({ file: ref.file, id: fact.callee }) : null;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || !/^(?:get|header|getItem|param)$/.test(callee.name ?? '')) return null;
  const constants = fact.args[0] === undefined ? null : program.constants({ file: ref.file, id: fact.args[0] });
  return typeof constants?.[0] === 'string' ? constants[0] : null;
}

/** The names of the objects that a member is read from, outermost last: `user`, `req` of `req.user.email`. */
export function holdersOf(ref: ValueRef, program: Program): string[] {
  const result: string[] = [];
  let fact = program.fact(ref);
  while (fact.kind === 'member') {
    fact = program.fact({ file: ref.file, id: fact.object });
    if ((fact.kind === 'member' || fact.kind === 'reference') && fact.name !== null) result.push(fact.name);
    else if (fact.kind === 'cast' || fact.kind === 'await') fact = program.fact({ file: ref.file, id: fact.operand });
  }
  return result;
}

/** Functions that leave of a value no more than may be seen, by the first word of their names. */
const HIDING: ReadonlySet<string> = new Set([
  ...['mask', 'masked', 'redact', 'redacted', 'obfuscate', 'obscure', 'scrub', 'censor', 'anonymize', 'anonymise', 'pseudonymize', 'sanitize', 'sanitise', 'filter', 'omit', 'pick', 'hide', 'conceal', 'strip', 'clean', 'safe'],
  ...['hash', 'hmac', 'digest', 'sha', 'sha1', 'sha256', 'sha512', 'md5', 'encrypt', 'fingerprint', 'checksum', 'truncate', 'shorten', 'abbreviate', 'ellipsis', 'preview', 'partial', 'last', 'first', 'count', 'size', 'typeof', 'boolean', 'number', 'exists', 'validate', 'check', 'verify', 'compare'],
  ...['slice', 'substring', 'substr', 'replace', 'split', 'at', 'char', 'index', 'includes', 'starts', 'ends', 'test', 'match', 'keys', 'has', 'is', 'every', 'some'],
]);

/** `obfuscatedConfig.databaseUrl`: what such functions left. */
const HIDDEN = /^(?:masked|redacted|obfuscated|scrubbed|censored|anonymi[sz]ed|sanitized|hidden)(?:[A-Z_]|$)/;

/** `SANDBOX_ACCESS_TOKEN`: what a secret is called. */
const NAME_OF_VARIABLE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** Is the value, whatever it is called, nothing but a mark, a test, a digest or a part of the thing, or not there at all? */
export function isHarmless(ref: ValueRef, program: Program, depth = 0): boolean {
  const fact = program.fact(ref);
  if (depth === 0 && isAbsent(ref, program)) return true;
  const on = (id: number) => isHarmless({ file: ref.file, id }, program, depth + 1);
  switch (fact.kind) {
    case 'literal':
      return typeof fact.value !== 'string' || /^$|^[*x•.\-[<({]|redacted|masked|hidden/i.test(fact.value) || NAME_OF_VARIABLE.test(fact.value);
    case 'unary':
    case 'binary':
    case 'function':
    case 'class':
    case 'object':
    case 'array':
      return true;
    case 'conditional':
      return on(fact.whenTrue) && on(fact.whenFalse);
    case 'logical':
      return (fact.operator === '&&' || on(fact.left) || isLiteral(program, ref, fact.left)) && (on(fact.right) || isLiteral(program, ref, fact.right));
    case 'await':
    case 'cast':
      return on(fact.operand);
    case 'call': {
      const callee = program.fact({ file: ref.file, id: fact.callee });
      const name = writtenName(callee);
      return fact.isNew || (name !== null && splitWords(name).some((word) => HIDING.has(word)));
    }
    case 'member':
      return HIDDEN.test(writtenName(program.fact({ file: ref.file, id: fact.object })) ?? '') || program.constants(ref) !== null;
    case 'reference':
      return isHarmlessVariable(ref, fact, program, depth);
    default:
      return false;
  }
}

/** `if (!token) log('no token', token)`: there is none where it is logged. */
function isAbsent(ref: ValueRef, program: Program): boolean {
  const written = program.describe(ref);
  return program.guardsOf(ref).some(({ condition, holds, cases }) => cases.length === 0 && provesAbsent(condition, holds, written, program));
}

function provesAbsent({ file, id }: ValueRef, holds: boolean, written: string, program: Program): boolean {
  const fact = file.facts.values[id]!;
  const on = (part: number, as: boolean) => provesAbsent({ file, id: part }, as, written, program);
  if (fact.kind === 'unary') return fact.operator === '!' && on(fact.operand, !holds);
  if (fact.kind === 'logical') return (fact.operator === '&&') === holds && fact.operator !== '??' && (on(fact.left, holds) || on(fact.right, holds));
  // `!to.includes('@')`: it is no address.
  const callee = fact.kind === 'call' && !holds ? file.facts.values[fact.callee] : undefined;
  if (fact.kind === 'call' && callee?.kind === 'member') return callee.name === 'includes' && program.constants({ file, id: fact.args[0] ?? -1 })?.[0] === '@' && program.describe({ file, id: callee.object }) === written;
  return (fact.kind === 'reference' || fact.kind === 'member') && !holds && program.describe({ file, id }) === written;
}

function isLiteral(program: Program, { file }: ValueRef, id: number): boolean {
  return program.fact({ file, id }).kind === 'literal';
}

/** Members that a text has; whatever else is read from a variable shows that it holds an object. */
const OF_TEXTS = /^(?:length|trim\w*|to\w+|split|slice|substr\w*|replace\w*|match\w*|includes|startsWith|endsWith|indexOf|lastIndexOf|charAt|charCodeAt|at|concat|pad\w+|normalize|localeCompare|search|test|repeat)$/;

function isHarmlessVariable(ref: ValueRef, fact: Extract<ValueFact, { kind: 'reference' }>, program: Program, depth: number): boolean {
  const { file } = ref;
  const binding = fact.binding < 0 ? undefined : file.facts.bindings[fact.binding];
  if (binding === undefined || depth > MAX_DEPTH) return false;
  if (binding.type !== undefined && /^(?:boolean|number|Date|bigint)$/.test(binding.type.name)) return true;
  if (['function', 'class', 'enum', 'namespace'].includes(binding.kind)) return true;
  const holdsObject = binding.uses.some((use) => {
    const parent = file.facts.values[file.parentOf(use)];
    return parent?.kind === 'member' && parent.object === use && parent.name !== null && !OF_TEXTS.test(parent.name);
  });
  if (holdsObject) return true;
  const written = writtenTo(ref, fact);
  if (/^tokens?$/i.test(fact.name) && written.some((value) => isPieceOfText(value, program))) return true;
  return written.length > 0 && written.every((value) => program.fact(value).kind !== 'parameter' && isHarmless(value, program, depth + 1));
}

/** `for (const token of definition.split(',').map(…))`: a word of a text, which parsers call so. */
function isPieceOfText({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id]!;
  return fact.kind === 'element' && program.sourcesOf({ file, id: fact.of }).some((source) => isSplit(source, program));
}

function isSplit({ file, id }: ValueRef, program: Program): boolean {
  const fact = program.fact({ file, id });
  const callee = fact.kind === 'call' ? program.fact({ file, id: fact.callee }) : null;
  if (callee?.kind !== 'member') return false;
  return /^(?:split|match|matchAll|tokenize)$/.test(callee.name ?? '') || (/^(?:map|filter)$/.test(callee.name ?? '') && isSplit({ file, id: callee.object }, program));
}
