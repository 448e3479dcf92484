/** `cors.signs-in`: whether callers of the application that a setting is for are told apart. */
import type { FunctionRef, LinkedFile, Program, Route, ValueRef } from '../../../contracts/program.js';
import { guardOf, guardsInForce } from '../../authentication/guards.js';
import { refusesOnlyThoseWhoShow } from '../../authentication/strangers-let-on.js';
import { NO, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import { importedFiles } from '../../reach/imported-files.js';
import type { Predicate } from '../index.js';

/** Roles whose use shows that callers are told apart. */
export const AUTHENTICATION = ['auth.guard', 'auth.principal', 'session.configure', 'jwt.verify', 'jwt.verify.request', 'jwt.configure'];
/** Roles whose use shows that a package signs users in by itself. */
const SIGNING_IN = [...AUTHENTICATION, 'jwt.sign'];

/**
 * Does the package, in its own code or on the way to its routes, tell its callers apart, by a library or by a guard of its own? Of several applications
 * in one package (`apps/shop/src/main.ts`, `apps/mail/src/main.ts`) only what the one with the setting loads counts.
 */
export const signsIn: Predicate = ({ value }, _operand, evaluation) => {
  const { program } = evaluation;
  const loaded = value === null ? null : loadedBesideOthers(value.file, evaluation);
  const isThere = (each: { readonly value: ValueRef }) => loaded === null || loaded.has(each.value.file);
  const own = evaluation.roleSites(SIGNING_IN, 'own').find(isThere);
  const routes = own === undefined ? evaluation.own(program.routes).filter(isThere) : [];
  const guard = routes.flatMap((route) => route.chain).find((link) => link.roles.some((role) => AUTHENTICATION.includes(role)));
  const found = own?.value ?? guard?.value ?? routes.find((route) => guardOf(route, program).truth === 'yes' && !letsStrangersRead(route, program))?.value;
  return found === undefined ? NO : yes({ related: [{ location: program.location(found), text: 'callers are told apart here' }] });
};

/** Is each guard before it for those alone who show a key, so that everybody else is answered as well? A handler that does nothing but refuse tells nobody apart. */
function letsStrangersRead(route: Route, program: Program): boolean {
  const guards = guardsInForce(route, program);
  return guards.length > 0 && guards.every(({ link, reached: [own] }) => own !== undefined && (link === null ? onlyAnswers(own.ref) : refusesOnlyThoseWhoShow(own.ref)));
}

/** `(req, res) => gone(res, 410)`: one call, whoever asks. */
function onlyAnswers({ file, id }: FunctionRef): boolean {
  const { start, end, returns } = file.facts.functions[id]!;
  const calls = file.facts.calls.filter((call) => file.facts.values[call]!.start >= start && file.facts.values[call]!.end <= end);
  return calls.length === 1 && returns.length === 1 && returns[0] === calls[0];
}

const APPLICATION = /^(?:.*\/)?(?:apps|packages|services)\/[^/]+\//;

/** What the file loads, itself among it, where the package holds applications of other names that listen by themselves; null where it is the only one. */
function loadedBesideOthers(file: LinkedFile, evaluation: Evaluation): ReadonlySet<LinkedFile> | null {
  const { program } = evaluation;
  const directory = APPLICATION.exec(file.facts.path)?.[0];
  const listens = evaluation.roleSites(['http.server.listen'], 'own');
  if (directory === undefined || !listens.some((each) => each.value.file === file) || listens.every((each) => each.value.file.facts.path.startsWith(directory))) return null;
  return loadedBy(file, program);
}

function loadedBy(file: LinkedFile, program: Program): ReadonlySet<LinkedFile> {
  const imported = importedFiles(program);
  const loaded = new Set([file]);
  for (const each of loaded) for (const next of imported.get(each) ?? []) loaded.add(next);
  return loaded;
}
