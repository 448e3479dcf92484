/** Secrets among the texts of a program: by their form, by the name that holds them, by what they are used for. */
import type { ObjectValue, PropertyFact, ValueFact, ValueId } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { usesIn } from '../file-uses.js';
import { writtenName } from '../../contracts/written-name.js';
import { isHandedTo } from './handed-in.js';
import { secretByForm } from './found.js';
import type { FoundSecret } from './found.js';
import { mayHoldSecret, secretByName } from './named.js';
import { isOfSearch, isSaltOfHash, isTwinOfKeyId, isTwinOfUser } from './beside.js';
import { isOfInstalledProgram } from './installed-programs.js';
import { isBesidePattern, isExample, isForTests, isItsName, isOfDemonstration, isTableOfWords } from './shown.js';

export interface SecretInCode {
  value: ValueRef;
  found: FoundSecret;
}

/** Siblings that make whatever stands beside them a login. */
const USER_PROPERTY = /^(?:user|username|user_name|login|host|hostname|database|clientid|client_id|consumerkey|consumer_key|keyid|accesskeyid)$/i;
/** Where a key of this kind is meant to be public: the settings of Firebase in a page. */
const PUBLIC_PROPERTY = /^(?:authDomain|messagingSenderId|measurementId)$/;
/** Published constants of protocols that serve as a key. */
const PROTOCOL_CONSTANTS: ReadonlySet<string> = new Set(['WebAppData', 'Bitcoin seed', 'AWS4']);

/** Descriptions of the API, texts of pages by language, and data for trying things out, in a database or in its stead: what is called a password there is none of ours. */
const NO_SETTINGS = /(?:^|\/)(?:openapi|swagger|locales?|translations?|i18n|lang|languages?|messages|seeds?|seed-data|testing|factories)\/|(?:^|\/)(?:seed(?:er|s)?|mocks?(?:[-.][\w-]+)?|(?:server|app|start|main|index)[-.]dev|dev[-.](?:server|app|start|main))\.[cm]?[jt]sx?$/i;
/** What stands in for a partner's answer and keys while something is tried out, and files to be copied and filled in. */
const MOCK_FILE = /(?:^|\/)(?:mocks?|mock-data|mockdata)\.[cm]?[jt]sx?$|\.(?:examples?|samples?|templates?|dist)\.[cm]?[jt]sx?$/i;

/** Settings to be replaced by one's own, and what a container is started with on a developer's machine. */
const OVERRIDDEN = /(?:^|\/)(?:defaults|docker(?:-entrypoint[\w.-]*)?)\//i;

/** What a product shows to whoever tries it out: `config/demo/`. */
const DEMONSTRATION = /(?:^|\/)(?:demo|demos|demo-data)\/|(?:^|\/)demo(?:-?data)?\.[cm]?[jt]sx?$/i;

/** A program by which developers look at the service, or measure it, and a server that stands in for a partner's: `debugTools.ts`, `build-harness.js`, `fake-mqtt-server.js`. */
const OF_DEVELOPERS = /(?:^|\/)(?:debug[-_]?tools?|[\w-]*harness|(?:simple|fake|stub|dummy)-[\w-]*server)(?:\.[cm]?[jt]sx?$|\/)/i;

/** In file and source order, those of the front end last; texts that are keys of tokens are left to the check of those. */
export function secretsInCode(evaluation: Evaluation): SecretInCode[] {
  const leftOut = literalsUsed(['jwt.sign', 'jwt.verify', 'jwt.configure'], 'key', evaluation);
  const used = literalsUsed(['secret.use'], 'secret', evaluation);
  const defaults = defaultsOfVariables(evaluation);
  const secrets: SecretInCode[] = [];
  for (const file of [...evaluation.files, ...evaluation.frontEnd]) {
    const { values, path } = file.facts;
    if (MOCK_FILE.test(path)) continue;
    const areNamesTold = !NO_SETTINGS.test(path);
    const [elsewhere, uses] = [leftOut.get(file), used.get(file)];
    for (let id = 0; id < values.length; id += 1) {
      const text = textOf(values[id]!, file);
      if (text === '') continue;
      const value = { file, id };
      const found = formedSecret(text, path) ?? (elsewhere?.has(id) ? null : (usedSecret(text, uses?.get(id), path) ?? (areNamesTold ? namedSecret(text, value, evaluation.program) : null)));
      if (found !== null && !isPublicKey(value, found) && !(found.by !== 'form' && defaults.get(file)?.has(id)) && !isExample(file, id) && !(found.by !== 'form' && isForTests(file, id)) && !(found.by === 'form' && isBesidePattern(file, found.text))) secrets.push({ value, found });
    }
  }
  return secrets;
}

/** What stands in for a variable that is not set is the business of the check of defaults, unless it has the form of a secret. */
function defaultsOfVariables({ program }: Evaluation): Map<LinkedFile, Set<ValueId>> {
  const found = new Map<LinkedFile, Set<ValueId>>();
  for (const { fallback } of program.environment.reads) {
    if (fallback.kind !== 'literal' || fallback.value === null) continue;
    const { file, id } = fallback.value;
    found.set(file, (found.get(file) ?? new Set<ValueId>()).add(id));
  }
  return found;
}

/** A text, or the longest known stretch of one with parts; '' for what is none. */
function textOf(fact: ValueFact, file: LinkedFile): string {
  switch (fact.kind) {
    case 'literal':
      return fact.type === 'string' ? String(fact.value) : '';
    case 'concat':
      return joinedText(fact.parts.map((part) => file.facts.values[part]!)) ?? '';
    case 'template':
      return fact.texts.join('${}');
    default:
      return '';
  }
}

/** Of a text that is written in pieces, all of it: `'sk_live_' + '…'`, a key of several lines. */
function joinedText(parts: readonly ValueFact[]): string | null {
  const texts = parts.map((part) => (part.kind === 'literal' && part.type === 'string' ? String(part.value) : null));
  return texts.includes(null) ? null : texts.join('');
}

/** Literals that reach an argument of such a use, with what they are used for. */
function literalsUsed(roles: readonly string[], argument: string, evaluation: Evaluation): Map<LinkedFile, Map<ValueId, string>> {
  const { program } = evaluation;
  const found = new Map<LinkedFile, Map<ValueId, string>>();
  for (const site of evaluation.roleSites(roles, 'own')) {
    const values = program.argumentList(site, argument).flatMap((value) => literalsBehind(value, program, 0).filter((literal) => isHandedTo(value, literal, program) && !isNameOfMember(value, literal, program)));
    for (const { file, id } of values) {
      const inFile = found.get(file) ?? new Map<ValueId, string>();
      found.set(file, inFile.set(id, String(site.entry.attributes['as'] ?? 'key')));
    }
  }
  return found;
}

/** `createHmac('sha256', Topic.Orders)`, of which the text is `orders`: a name that keeps hashes of one kind apart from others. */
function isNameOfMember(value: ValueRef, literal: ValueRef, program: Program): boolean {
  const [fact, text] = [program.fact(value), program.fact(literal)];
  return fact.kind === 'member' && fact.name !== null && text.kind === 'literal' && isItsName({ name: fact.name, text: String(text.value) });
}

function literalsBehind(value: ValueRef, program: Program, depth: number): ValueRef[] {
  return program.sourcesOf(value).flatMap((source): ValueRef[] => {
    const fact = program.fact(source);
    const at = (id: ValueId) => literalsBehind({ file: source.file, id }, program, depth + 1);
    if (fact.kind === 'literal') return [source];
    if (depth > 3) return [];
    if (fact.kind === 'array') return fact.elements.flatMap(at);
    const callee = fact.kind === 'call' ? program.fact({ file: source.file, id: fact.callee }) : null;
    const isBytes = callee?.kind === 'member' && (callee.name === 'from' || callee.name === 'parse' || callee.name === 'encode');
    return fact.kind === 'call' && isBytes && fact.args[0] !== undefined ? at(fact.args[0]) : [];
  });
}

function formedSecret(text: string, path: string): FoundSecret | null {
  const found = secretByForm(text);
  return found !== null && found.confidence === 'medium' && DEMONSTRATION.test(path) ? { ...found, confidence: 'low' } : found;
}

/** `notes-token-invite`: words by which hashes of one kind are kept apart from others. */
const KEEPS_APART = /^(?=.*(?:token|invite|hash|email|id|cache|link)\b)[a-z]+(?:[-_:.][a-z]+){2,}$/;

function usedSecret(text: string, use: string | undefined, path: string): FoundSecret | null {
  if (use === undefined || PROTOCOL_CONSTANTS.has(text) || /^(?:unknown|none|null|undefined|n\/a|true|false|\[.*\])$/i.test(text) || !/[A-Za-z0-9]/.test(text) || /BEGIN (?:[A-Z]+ )?(?:PUBLIC KEY|CERTIFICATE)/.test(text) || /^\.{0,2}\//.test(text)) return null;
  return { what: use, by: 'use', text, confidence: OVERRIDDEN.test(path) || DEMONSTRATION.test(path) || OF_DEVELOPERS.test(path) || (use === 'key of a signature' && KEEPS_APART.test(text)) ? 'low' : 'high' };
}

function namedSecret(text: string, value: ValueRef, program: Program): FoundSecret | null {
  const { file, id } = value;
  const { kind } = file.facts.values[id]!;
  if (kind !== 'literal' && kind !== 'concat') return null;
  for (const { name, literal, isCompared } of holdersOf(file, id)) {
    if (!mayHoldSecret(name)) continue;
    if (literal !== null && isTableOfWords(file, literal, id)) continue;
    const besideUser = literal !== null && literal.properties.some((each) => each.value !== id && USER_PROPERTY.test(each.name ?? ''));
    const confidence = secretByName(text, { name, besideUser });
    if (confidence === null || (isCompared === true && confidence !== 'high')) continue;
    return { what: name, by: 'name', text, confidence: isReplacement(name, value, program) || isOfDemonstration(file, id) || isItsName({ name, text }) || OVERRIDDEN.test(file.facts.path) || DEMONSTRATION.test(file.facts.path) || isTwinOfUser(text, literal, value) || isOfInstalledProgram({ name, literal }, file, program) || isOfSearch(literal) || isTwinOfKeyId(text, literal, value) || isSaltOfHash(name, literal, value) || OF_DEVELOPERS.test(file.facts.path) ? 'low' : confidence };
  }
  return null;
}

interface Holder {
  name: string;
  /** The object that it is a property of. */
  literal: ObjectValue | null;
  /** The value is compared with what has this name, which is no password: `request.headers['x-api-key'] === …`. Only what looks made is a secret there. */
  isCompared?: boolean;
}

/** It takes the place of a setting that is missing, which is a matter of its own (`DEFAULT_SECRET`, `if (!config.secret) config.secret = …`), or hides what is there (`if (shown.password) shown.password = …`). */
function isReplacement(name: string, value: ValueRef, program: Program): boolean {
  if (/^default/i.test(name)) return true;
  return program.guardsOf(value).some(({ condition, holds }) => {
    const fact = program.fact(condition);
    const tested = fact.kind === 'unary' && fact.operator === '!' ? program.fact({ file: condition.file, id: fact.operand }) : fact;
    return holds && (tested.kind === 'member' || (tested.kind === 'reference' && tested !== fact)) && tested.name === name;
  });
}

/** What holds the value: a property, a variable, a member, a class's field; or what it is compared with. */
function holdersOf(file: LinkedFile, id: ValueId): Holder[] {
  const { facts } = file;
  const parent = facts.values[file.parentOf(id)];
  if (parent?.kind === 'object') {
    const name = propertyOf(parent, id)?.name ?? null;
    return name === null ? [] : [{ name, literal: parent }];
  }
  if (parent?.kind === 'binary' && /^[=!]==?$/.test(parent.operator)) {
    const other = facts.values[parent.left === id ? parent.right : parent.left];
    const name = writtenName(other);
    return name === null ? [] : [{ name, literal: null, isCompared: !/^(?:password|passwd|pwd|pass)$/i.test(name) }];
  }
  if (parent !== undefined) return [];
  const uses = usesIn(file);
  const held = [...uses.bindingsOf(id).map((binding) => facts.bindings[binding]!.name), ...uses.writtenTo(id)];
  return [...held, ...fieldNames(file).get(id) ?? []].map((name) => ({ name, literal: null }));
}

/** Tables and translations have thousands of properties, each of which is asked about. */
const PROPERTIES = new WeakMap<ObjectValue, ReadonlyMap<ValueId, PropertyFact>>();

/** The first property that has the value. */
function propertyOf(literal: ObjectValue, id: ValueId): PropertyFact | undefined {
  let properties = PROPERTIES.get(literal);
  if (properties === undefined) PROPERTIES.set(literal, (properties = new Map([...literal.properties].reverse().map((each) => [each.value, each]))));
  return properties.get(id);
}

const FIELDS = new WeakMap<LinkedFile, Map<ValueId, string[]>>();

function fieldNames(file: LinkedFile): Map<ValueId, string[]> {
  let names = FIELDS.get(file);
  if (names === undefined) {
    names = new Map(file.facts.classes.flatMap((each) => each.members.flatMap((member) => (member.value < 0 ? [] : [[member.value, [member.name]] as const]))));
    FIELDS.set(file, names);
  }
  return names;
}

function isPublicKey({ file, id }: ValueRef, { what }: FoundSecret): boolean {
  if (what !== 'Google API key' && !/api_?key/i.test(what)) return false;
  const parent = file.facts.values[file.parentOf(id)];
  return parent?.kind === 'object' && parent.properties.some((each) => PUBLIC_PROPERTY.test(each.name ?? ''));
}
