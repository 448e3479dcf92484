/** `auth.*`: who may call a route, and what it does for whoever does. */
import { isCalledOpen, isMarkedOpen } from '../../authentication/exemptions.js';
import { fileSentBy, isAmongListed, isOfProgram, isPerhapsShown } from '../../authentication/downloads.js';
import { effectOf } from '../../authentication/effects.js';
import type { Effect } from '../../authentication/effects.js';
import { decisionsOf } from '../../authentication/bypasses.js';
import { guardedPlaces } from '../../authentication/guarded-packages.js';
import { guardOf } from '../../authentication/guards.js';
import { handsOutCredentials, isPerhapsShownOf, isPerhapsSignUp, isSaidOpen, purposeOf, signsIn } from '../../authentication/purposes.js';
import type { Purpose } from '../../authentication/purposes.js';
import { actsOnNews, isAddressGivenOut, isWebhook, signatureOf } from '../../authentication/webhooks.js';
import { answerOf, NO, unknown, yes } from '../../answer.js';
import { isOperation, verbOf } from '../../entry-points.js';
import type { Predicate } from '../index.js';

const PURPOSES: readonly (Purpose | 'marked-open')[] = ['signing-in', 'informing', 'many-operations', 'marked-open'];
const EFFECTS: readonly Effect[] = ['changes', 'changes-by-name', 'reads-somebodys', 'reads', 'spends', 'calls-out', 'none', 'untold'];

/** `auth.guarded`: something on the way to the handler, or the handler itself, turns away whoever is not known. */
export const guarded: Predicate = (site, _operand, { program }) => (site.route === null ? NO : guardOf(site.route, program));

/** `auth.purpose`, `with:` `signing-in`, `informing`, `many-operations` or `marked-open` (a mark that its guard looks for): the route is for everybody. */
export const purpose: Predicate = (site, operand, { program }) => {
  const wanted = PURPOSES.find((each) => each === operand);
  if (wanted === undefined) throw new Error(`auth.purpose takes one of ${PURPOSES.join(', ')}`);
  const { route } = site;
  if (route === null) return NO;
  if (wanted === 'marked-open') return answerOf(isMarkedOpen(route, program));
  if (purposeOf(route) === wanted) return yes();
  return answerOf(wanted === 'signing-in' && verbOf(route) === 'POST' && route.handler !== null && signsIn(route.handler, program));
};

/** `auth.does`, `with:` what the handler is seen to do. */
export const does: Predicate = (site, operand, { program }) => {
  const wanted = EFFECTS.find((each) => each === operand);
  if (wanted === undefined) throw new Error(`auth.does takes one of ${EFFECTS.join(', ')}`);
  if (site.route === null) return NO;
  const { effect, at } = effectOf(site.route, program);
  if (effect !== wanted) return NO;
  return yes({ related: at === null ? [] : [{ location: program.location(at), text: program.describe(at) }], values: at === null ? {} : { value: program.describe(at) } });
};

/** `auth.sends-file`: the handler answers with a file that the request, or a record that it names, chooses. */
export const sendsFile: Predicate = (site, _operand, { program }) => {
  const at = site.route === null ? null : fileSentBy(site.route, program);
  return at === null ? NO : yes({ related: [{ location: program.location(at), text: program.describe(at) }], values: { value: program.describe(at) } });
};

/** `auth.perhaps-shown`: never known; pictures and styles are for everybody in most services. */
export const perhapsShown: Predicate = ({ route }, _operand, { program }) => {
  const sent = route === null ? null : fileSentBy(route, program);
  if (route === null || sent === null) return NO;
  return isPerhapsShown(route) || isOfProgram(sent, program) || isAmongListed(route, program) ? unknown('whether the files are meant for everybody') : NO;
};

/** `auth.webhook`: another service calls the route with news. */
export const webhook: Predicate = (site) => answerOf(site.route !== null && isWebhook(site.route));

/** `auth.acts-on-news`: the handler does one thing or another by the kind of news that arrived. */
export const actsOnNewsOf: Predicate = (site) => answerOf(site.route !== null && site.route.handler !== null && actsOnNews(site.route.handler));

/** `auth.signed`: a signature is checked on the way to the handler or in it. */
export const signed: Predicate = ({ route }, _operand, { program }) => {
  if (route === null) return NO;
  const answer = signatureOf(route, program);
  return answer.truth === 'no' && isAddressGivenOut(route) ? unknown('whether it is enough that only its caller is told the address') : answer;
};

/** `auth.decides`: a guard's condition hangs on the environment read. */
export const decides: Predicate = (site, _operand, { program }) => answerOf(site.read !== null && decisionsOf(site.read, program).length > 0);

/** `auth.open-when-unset`: a guard lets everybody on when the variable is not set. */
export const openWhenUnset: Predicate = (site, _operand, { program }) => {
  const open = site.read === null ? undefined : decisionsOf(site.read, program).find((each) => each.whenUnset && each.does === 'lets-on');
  if (open === undefined) return NO;
  return yes({ related: [{ location: program.locationOf(open.file, open.start, open.end), text: 'everybody is let on here' }] });
};

/** `auth.for-everybody`: never known; what a public catalogue reads and what a private one does look the same, and so do some paths. */
export const forEverybody: Predicate = ({ route }, _operand, { program }) => {
  if (route === null) return NO;
  if (isCalledOpen(route)) return unknown('whether it is right that the route is for everybody, as its decorator says');
  if (isSaidOpen(route)) return unknown('whether it is right that the route is for everybody, as the comment above it says');
  if (purposeOf(route) === 'perhaps-for-all') return unknown(`whether ${route.path} is meant for everybody`);
  if (isPerhapsSignUp(route, program)) return unknown('whether this is how strangers sign up');
  if (handsOutCredentials(route, program)) return unknown('whether this is how strangers, or programs of others, get an account');
  const { effect } = effectOf(route, program);
  if (effect === 'reads-somebodys' && isPerhapsShownOf(route, program)) return unknown('whether strangers may see it, as they may in many products');
  return effect === 'reads' ? unknown('whether what it reads is meant for everybody') : effect === 'untold' ? unknown('what the handler does') : NO;
};

/**
 * `auth.inner`: the package may stand behind another one that asks who calls: it has no guard on any of its routes, while another
 * package of the repository has. Unknown then, since nothing in the source says what a network lets through.
 */
export const inner: Predicate = ({ route }, _operand, evaluation) => {
  const { program } = evaluation;
  // It is in sight by which address operations are asked for, unless the program runs them at an address of its own.
  if (route !== null && isOperation(route)) return program.sitesOf('operation.mount').length > 0 || program.sitesOf('operation.execute').length === 0 ? NO : unknown('what stands before the operations: the program runs them by itself, and the address is not in sight');
  const { packages } = guardedPlaces(program);
  if (packages.has(evaluation.package.directory)) return NO;
  return packages.size > 0 && program.packages.length > 1 ? unknown('whether the service stands behind another one that asks who calls: no route of this package does, and another package of the repository has such routes') : NO;
};
