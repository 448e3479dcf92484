/**
 * Named predicates for `{ check: name, with: operand }`. One is written only where the rule language lacks a word and the
 * judgement is too particular for a general one.
 *
 * To add one: write `src/evaluate/predicates/<area>.ts` that exports functions of type `Predicate`, put them into the map
 * below, or into that of its family, under `area.what-it-holds-of`, and say in the rule's folder what they prove. A predicate looks at the site through
 * `evaluation.program` only, answers `unknown` where it cannot tell, and names no library: roles do.
 */
import type { Answer } from '../answer.js';
import type { Evaluation } from '../evaluation.js';
import type { Site } from '../site.js';
import { ofAdministrators } from './administrators.js';
import { actsOnNewsOf, decides, does, forEverybody, guarded, inner, openWhenUnset, perhapsShown, purpose as authPurpose, sendsFile, signed, webhook } from './authentication.js';
import { OF_CREDENTIALS } from './of-credentials.js';
import { changesRecord, decided, guardedBefore } from './authorization.js';
import { applicationHas } from './applications.js';
import { asyncHandlers, callbackFails, callbackIsAsync, detached, thrown } from './asynchronous.js';
import { holdsWords } from './command-text.js';
import { remembered } from './blocking.js';
import { chosenPaths } from './chosen-paths.js';
import { atStart, leaks } from './connection-leaks.js';
import { chosenTarget, heldForLater, perRequest } from './connections.js';
import { idByLibrary, idLogged, idMade } from './correlation.js';
import { advisory, noticed, reported, unasked, unlocked, unpinned, withdrawn } from './dependencies.js';
import { opensInstead } from './databases.js';
import { emailCheck, keepsEmail, takesEmail } from './email-validation.js';
import { errorAtHand, errorRefused, errorTold } from './error-details.js';
import { registered, tooEarly, written } from './error-handlers.js';
import { trackerTooEarly, wired } from './error-tracking.js';
import { developmentOnly } from './error-guards.js';
import { atTop, adds, secretValue } from './ignored-files.js';
import { byScript } from './pipelines.js';
import { byCookie, forgeryChecked, keptToSite, sendable } from './forged-requests.js';
import { fetchRequest, hops, lastHop, onlyAsked, switched } from './forwarded-for.js';
import { lookedAt } from './health-dependencies.js';
import { healthRoute, healthSilent, healthTells } from './health.js';
import { declaresTexts, keepsTexts, unboundedTexts } from './input-length.js';
import { inputChecked, inputRead, inputUnchecked } from './input-validation.js';
import { logNames, logRecords, logRequest } from './log-data.js';
import { logFields } from './log-fields.js';
import { lineOriented, logRequestText } from './log-lines.js';
import { missing, mounted } from './security-headers.js';
import { behindAnother, idle, probesOnly, untilSetUp } from './served-apps.js';
import { onlyLogged } from './logging.js';
import { structured } from './structured-logs.js';
import { inJob, aside, inRequest, terminal } from './terminal-logs.js';
import { fallbackRefused } from './refused-values.js';
import { switchedIntegration } from './switched-integrations.js';
import { metricOfErrors } from './metrics.js';
import { modelLike } from './document-filters.js';
import { elsewhereOnly, homeMade, standIn } from './rate-limit.js';
import { forAdministrators } from './rate-limit-weight.js';
import { rawPlaceholder } from './raw-placeholders.js';
import { responseMarkup, responseRequestText } from './response-markup.js';
import { changesRows, declaresTables, migrationFiles } from './migrations.js';
import { answer, imported } from './mock-data.js';
import { INTERFACES } from './interfaces.js';
import { livesHere, ofRequests } from './module-state.js';
import { raceATimer } from './promises.js';
import { ofCommand, onSignal } from './shutdown.js';
import { unescapedPlaceholder } from './sql-format.js';
import { valuePosition } from './sql-positions.js';
import { oncePerRow, servedRead } from './query-loops.js';
import { ended } from './runtimes.js';
import { DATA } from './data.js';
import { JOBS } from './jobs.js';
import { OPERATIONS } from './operations.js';
import { RESILIENCE } from './resilience.js';
import { foundBy } from './secrets.js';
import { answersPath, inMiddleware, listens, loads, notServed } from './servers.js';
import { readsNamed, stageInConfiguration, stageScattered } from './stages.js';
import { sqlStatement, sqlStructured } from './sql-statements.js';
import { acceptsAnyName, askedFor, ownHost } from './tls.js';
import { tracingTooLate } from './tracing.js';
import { besides, leftOpen, onPool } from './transactions.js';
import { uploadAccepts, uploadCheckedElsewhere, uploadTestedByPrefix } from './uploads.js';
import { fixedBytes, purpose as cryptoPurpose } from './weak-crypto.js';

/**
 * @param operand what stands under `with:`, or null; a predicate throws when it is not what it takes.
 */
export type Predicate = (site: Site, operand: unknown, evaluation: Evaluation) => Answer;

export const PREDICATES: Readonly<Record<string, Predicate>> = {
  ...OF_CREDENTIALS,
  ...DATA,
  ...INTERFACES,
  ...JOBS,
  ...OPERATIONS,
  ...RESILIENCE,
  'application.has': applicationHas,
  'async.callback': callbackIsAsync,
  'async.callback-fails': callbackFails,
  'async.detached': detached,
  'async.handlers': asyncHandlers,
  'async.thrown': thrown,
  'auth.decides': decides,
  'auth.acts-on-news': actsOnNewsOf,
  'auth.does': does,
  'auth.for-everybody': forEverybody,
  'auth.guarded': guarded,
  'auth.inner': inner,
  'auth.open-when-unset': openWhenUnset,
  'auth.perhaps-shown': perhapsShown,
  'auth.purpose': authPurpose,
  'auth.sends-file': sendsFile,
  'auth.signed': signed,
  'auth.webhook': webhook,
  'blocking.remembered': remembered,
  'command.holds-words': holdsWords,
  'connections.at-start': atStart,
  'authz.changes-record': changesRecord,
  'authz.decided': decided,
  'authz.guarded-before': guardedBefore,
  'connections.chosen-target': chosenTarget,
  'connections.held-for-later': heldForLater,
  'connections.leaks': leaks,
  'connections.per-request': perRequest,
  'csrf.by-cookie': byCookie,
  'csrf.checked': forgeryChecked,
  'csrf.same-site': keptToSite,
  'csrf.sendable': sendable,
  'correlation.library': idByLibrary,
  'correlation.logged': idLogged,
  'correlation.made': idMade,
  'dependency.advisory': advisory,
  'dependency.looked-at': lookedAt,
  'dependency.noticed': noticed,
  'dependency.reported': reported,
  'dependency.unasked': unasked,
  'dependency.unlocked': unlocked,
  'dependency.unpinned': unpinned,
  'dependency.withdrawn': withdrawn,
  'database.instead': opensInstead,
  'development-only': developmentOnly,
  'email.check': emailCheck,
  'email.kept': keepsEmail,
  'email.taken': takesEmail,
  'environment.named': readsNamed,
  'environment.stage-in-configuration': stageInConfiguration,
  'environment.stage-scattered': stageScattered,
  'env.fallback-refused': fallbackRefused,
  'env.switched': switchedIntegration,
  'error.at-hand': errorAtHand,
  'error.refused': errorRefused,
  'error.told': errorTold,
  'headers.behind-another': behindAnother,
  'headers.idle': idle,
  'forwarded-for.fetch-request': fetchRequest,
  'forwarded-for.hops': hops,
  'forwarded-for.last-hop': lastHop,
  'forwarded-for.only-asked': onlyAsked,
  'forwarded-for.switched': switched,
  'headers.missing': missing,
  'headers.mounted': mounted,
  'headers.probes-only': probesOnly,
  'headers.until-set-up': untilSetUp,
  'crypto.fixed-bytes': fixedBytes,
  'crypto.purpose': cryptoPurpose,
  'error-handler.registered': registered,
  'error-handler.too-early': tooEarly,
  'error-handler.written': written,
  'git.at-top': atTop,
  'pipeline.by-script': byScript,
  'git.adds': adds,
  'git.secret-value': secretValue,
  'error-tracking.too-early': trackerTooEarly,
  'error-tracking.wired': wired,
  'health.route': healthRoute,
  'health.silent': healthSilent,
  'health.tells': healthTells,
  'input.checked': inputChecked,
  'input.read': inputRead,
  'input.unchecked': inputUnchecked,
  'metrics.errors': metricOfErrors,
  'nosql.model-like': modelLike,
  'length.declares': declaresTexts,
  'length.kept': keepsTexts,
  'length.unbounded': unboundedTexts,
  'log.aside': aside,
  'log.fields': logFields,
  'log.in-job': inJob,
  'log.in-request': inRequest,
  'log.line-oriented': lineOriented,
  'log.names': logNames,
  'log.records': logRecords,
  'log.request': logRequest,
  'log.request-text': logRequestText,
  'log.structured': structured,
  'log.terminal': terminal,
  'only-logged': onlyLogged,
  'query.once-per-row': oncePerRow,
  'query.served-read': servedRead,
  'rate-limit.elsewhere-only': elsewhereOnly,
  'rate-limit.for-administrators': forAdministrators,
  'rate-limit.home-made': homeMade,
  'rate-limit.stand-in': standIn,
  'response.markup': responseMarkup,
  'response.raw-placeholder': rawPlaceholder,
  'response.request-text': responseRequestText,
  'runtime.ended': ended,
  'route.chosen-paths': chosenPaths,
  'migration.changes-rows': changesRows,
  'migration.declares-tables': declaresTables,
  'migration.files': migrationFiles,
  'mock.answer': answer,
  'mock.imported': imported,
  'secret.found-by': foundBy,
  'route.of-administrators': ofAdministrators,
  'server.answers-path': answersPath,
  'server.in-middleware': inMiddleware,
  'server.listens': listens,
  'server.loads': loads,
  'server.not-served': notServed,
  'shutdown.of-command': ofCommand,
  'shutdown.on-signal': onSignal,
  'sql.statement': sqlStatement,
  'sql.structured': sqlStructured,
  'sql.unescaped-placeholder': unescapedPlaceholder,
  'sql.value-position': valuePosition,
  'state.lives-here': livesHere,
  'state.of-requests': ofRequests,
  'promises.race-a-timer': raceATimer,
  'tls.accepts-any-name': acceptsAnyName,
  'tls.asked-for': askedFor,
  'tls.own-host': ownHost,
  'tracing.too-late': tracingTooLate,
  'transaction.besides': besides,
  'transaction.left-open': leftOpen,
  'transaction.on-pool': onPool,
  'upload.accepts': uploadAccepts,
  'upload.checked-elsewhere': uploadCheckedElsewhere,
  'upload.tested-by-prefix': uploadTestedByPrefix,
};

/** The end of the message on an unknown name. */
export function knownPredicates(): string {
  const names = Object.keys(PREDICATES).sort();
  return names.length === 0 ? 'there are none' : `there are ${names.join(', ')}`;
}
