/** `mock.*`: data that somebody made up, by its name or by where it stands. */
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { lineAt } from '../../conditions/files.js';
import { answerOf, NO, yes } from '../../answer.js';
import { impliesNotProduction } from '../../stages.js';
import type { Evaluation } from '../../evaluation.js';
import { splitWords } from '../../names/name-words.js';
import { functionAround } from '../../reach/reach.js';
import { isNamedNowhere } from '../../reach/unnamed.js';
import { NOT_SERVED } from '../servers/servers.js';
import type { Predicate } from '../index.js';

/** What a name begins or ends with that holds such data: `mockUsers`, `FAKE_ORDERS`, `usersStub`. */
const MADE_UP: ReadonlySet<string> = new Set(['mock', 'mocks', 'mocked', 'fake', 'fakes', 'dummy', 'stub', 'stubs', 'hardcoded']);
const MAX_DEPTH = 3;
/** What tests are helped by stands here. */
const OF_TESTING = /(?:^|\/)(?:testing|test-?utils?|test-?support|testkit)\//i;
/** Directories and files of tests, by the names that test runners give them. */
const BESIDE_TESTS = /(?:^|\/)(?:(?:__mocks__|__fixtures__|__tests__|test-fixtures)(?:\/|$)|mocks\/)|\.(?:mock|mocks|fixture|fixtures|stub)$/;

/** Is what a client is answered called after being made up, and written in the program? */
export const answer: Predicate = ({ role }, _operand, { program }) => {
  const content = role === null ? null : program.argument(role, 'content');
  const name = content === null ? null : madeUpName(content, program, 0);
  return name === null ? NO : answerOf(true, { values: { value: name } });
};

function madeUpName(value: ValueRef, program: Program, depth: number): string | null {
  if (depth > MAX_DEPTH) return null;
  const fact = program.fact(value);
  const part = (id: number) => madeUpName({ file: value.file, id }, program, depth + 1);
  if (fact.kind === 'reference') return isMadeUp(fact.name) && (isFromFixtures(value.file, fact.binding) || isWritten(value, program, 0)) ? fact.name : null;
  if (fact.kind === 'object') return first(fact.properties.map(({ value: id }) => (id < 0 ? null : part(id))));
  if (fact.kind !== 'call') return null;
  // `mockUsers.find(…)`, `getMockUsers()`
  const callee = program.fact({ file: value.file, id: fact.callee });
  if (callee.kind === 'member') return part(callee.object);
  // `stubMarkdown(url)` makes a stub of a document.
  if (callee.kind === 'reference' && /^stub/i.test(callee.name) && fact.args.length > 0) return null;
  return callee.kind === 'reference' && splitWords(callee.name).length > 1 && isMadeUp(callee.name.replace(/^(?:get|load|fetch|make|create|build)/, '')) ? `${callee.name}()` : null;
}

const FIXTURES = /(?:^|\/)(?:__)?(?:fixtures?|mocks?|mock-?data|fakes?|stubs?)(?:__)?(?:\/|$)/i;

/** Imported or required from a directory of such data, which is no production source itself. */
function isFromFixtures({ facts }: LinkedFile, binding: number): boolean {
  const imported = facts.imports.find((each) => each.binding === binding);
  if (imported !== undefined) return imported.specifier.startsWith('.') && FIXTURES.test(imported.specifier);
  const written = facts.bindings[binding]?.writes[0];
  let held = written === undefined ? undefined : facts.values[written.value];
  if (held?.kind === 'member') held = facts.values[held.object];
  return held?.kind === 'module' && held.specifier !== null && held.specifier.startsWith('.') && FIXTURES.test(held.specifier);
}

function first(names: readonly (string | null)[]): string | null {
  return names.find((name) => name !== null) ?? null;
}

function isMadeUp(name: string): boolean {
  const words = splitWords(name);
  return words.length > 1 && (MADE_UP.has(words[0]!) || MADE_UP.has(words.at(-1)!));
}

/** An object, or a list of objects and constants. */
function isWritten(value: ValueRef, program: Program, depth: number): boolean {
  return program.sourcesOf(value).every((source) => {
    const fact = program.fact(source);
    if (fact.kind === 'array') return depth > MAX_DEPTH || fact.elements.every((id) => isWritten({ file: source.file, id }, program, depth + 1));
    return fact.kind === 'object' || (depth > 0 && (fact.kind === 'literal' || fact.kind === 'template'));
  });
}

/** Does production source import what stands beside the tests? One answer for the package, with all places. */
export const imported: Predicate = (site, _operand, evaluation) => {
  if (site.role !== null) return NO;
  const found = importsOf(evaluation);
  if (found.length === 0) return NO;
  return yes({ values: { source: found[0]!.path, value: found[0]!.specifier }, related: found.map(({ path, specifier }) => ({ location: lineAt(path, 1), text: `imports ${specifier}` })) });
};

function importsOf({ files, program }: Evaluation): { path: string; specifier: string }[] {
  return files.flatMap((file) => {
    const { path } = file.facts;
    if (BESIDE_TESTS.test(path.replace(EXTENSION, '')) || OF_TESTING.test(path)) return [];
    return specifiersIn(file, program).map((specifier) => ({ path, specifier }));
  });
}

const EXTENSION = /\.[cm]?[jt]sx?$/;

/** Such modules that the file imports and requires at run time, but for what only tests have it load. */
function specifiersIn(file: LinkedFile, program: Program): string[] {
  const isBeside = ({ specifier }: { specifier: string }) => specifier.startsWith('.') && BESIDE_TESTS.test(specifier.replace(EXTENSION, ''));
  const required = file.moduleValues.filter((each) => isBeside(each) && !isForTests({ file, id: each.id }, program));
  const imports = file.facts.imports.filter((each) => !each.typeOnly && isBeside(each) && !isTakenForTests(each, file, program));
  return [...new Set([...imports, ...required].map(({ specifier }) => specifier))];
}

/** Asks by its name whether tests or mocks are wanted (`isMockEnabled`), or is used only where something says that they are. */
function isTakenForTests({ name, binding }: { name: string; binding: number }, file: LinkedFile, program: Program): boolean {
  const [first, ...others] = splitWords(name);
  if (['is', 'use', 'should', 'are', 'has'].includes(first ?? '') && others.some((word) => OF_TESTS.has(word))) return true;
  const uses = file.facts.bindings[binding]?.uses ?? [];
  return uses.length > 0 && uses.every((id) => isForTests({ file, id }, program) || isInStandIn({ file, id }, program));
}

/** Within a class that the file makes an instance of only where something says that tests or mocks are wanted. */
function isInStandIn({ file, id }: ValueRef, program: Program): boolean {
  const { functions, classes, bindings, values } = file.facts;
  const name = classes[functions[file.functionAt(values[id]!.start)]!.class]?.name;
  const uses = bindings.find((each) => each.kind === 'class' && each.name === name)?.uses ?? [];
  return uses.length > 0 && uses.every((use) => isForTests({ file, id: use }, program));
}

/** `mock.unreached`: it stands in a module that no source of the program loads beside others that do, or in a function that none of them names: tests and seeds use it. */
export const unreached: Predicate = ({ value }, _operand, evaluation) => {
  const { program } = evaluation;
  if (value === null || program.routes.some((route) => route.value.file === value.file)) return NO;
  const served = [...program.files.values()].filter((file) => evaluation.isSource({ file, id: 0 }) && !NOT_SERVED.test(file.facts.path));
  const isHelper = value.file.facts.exports.length > 0 && HELPERS.test(value.file.facts.path) && served.length > 1;
  return answerOf((isHelper && !program.importersOf(value.file).some((file) => served.includes(file))) || isNamedNowhere(functionAround(value), program, served));
};

/** Where helpers of a program stand, none of which anybody starts. */
const HELPERS = /(?:^|\/)(?:utils?|helpers?|lib|common|support|database|db)\/[^/]+$/i;

/** What a condition is called that holds while tests run: `isTestEnvironment`, `process.env.PLAYWRIGHT`, `USE_MOCKS`. */
const OF_TESTS: ReadonlySet<string> = new Set(['test', 'tests', 'testing', 'mock', 'mocks', 'mocked', 'e2e', 'playwright', 'cypress', 'vitest', 'jest']);

/** Does a condition around it, or around the function that it stands in, ask for tests or for another stage than production? */
function isForTests(value: ValueRef, program: Program): boolean {
  for (let at: ValueRef | null = value; at !== null; at = functionHolding(at)) {
    const asks = program.guardsOf(at).some(({ condition, holds }) => impliesNotProduction(condition, program, holds) || (holds && splitWords(program.describe(condition)).some((word) => OF_TESTS.has(word))));
    if (asks) return true;
  }
  return false;
}

function functionHolding({ file, id }: ValueRef): ValueRef | null {
  const around = file.functionAt(file.facts.values[id]!.start);
  const isHolder = (each: number) => {
    const fact = file.facts.values[each];
    return each !== id && fact?.kind === 'function' && fact.function === around;
  };
  const holder = around === 0 ? undefined : file.valuesOfKind('function').find(isHolder);
  return holder === undefined ? null : { file, id: holder };
}
