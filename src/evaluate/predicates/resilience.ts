/** The predicates of failures, retries, breakers and limits, by their names. */
import { homeMadeBreaker } from './circuit-breakers.js';
import { errorsHeard } from './connection-errors.js';
import type { Predicate } from './index.js';
import { answersKept, forSearch, onRequest, oneShot } from './kept-answers.js';
import { growingQuery, limitedQuery, listQuery, mayGrowQuery } from './list-queries.js';
import { unlimitedHistory } from './llm-history.js';
import { ownFile } from './own-files.js';
import { reachedByRequest } from './request-path.js';
import { apart, beginsPair, inDocuments, isCascade } from './dependent-writes.js';
import { onlySigns } from './service-clients.js';
import { swept } from './retention.js';
import { retryLoop } from './retries.js';
import { leftBehind, madeUp } from './temporary-files.js';
import { keptToken, lastingToken, refreshesToken } from './token-refresh.js';
import { acknowledges, answersNothing, attempt, goesOn, losesCause, reacts, returnsNothing } from './swallowed-errors.js';

export const RESILIENCE: Readonly<Record<string, Predicate>> = {
  'answers.for-search': forSearch,
  'answers.kept': answersKept,
  'answers.on-request': onRequest,
  'answers.one-shot': oneShot,
  'breaker.home-made': homeMadeBreaker,
  'catch.acknowledges': acknowledges,
  'catch.attempt': attempt,
  'catch.goes-on': goesOn,
  'catch.leaves-unanswered': answersNothing,
  'catch.loses-cause': losesCause,
  'catch.reacts': reacts,
  'catch.returns-nothing': returnsNothing,
  'connections.errors-heard': errorsHeard,
  'llm.history-unlimited': unlimitedHistory,
  'query.grows': growingQuery,
  'query.may-grow': mayGrowQuery,
  'query.limited': limitedQuery,
  'query.list': listQuery,
  'request.own-file': ownFile,
  'request.reaches': reachedByRequest,
  'retention.swept': swept,
  'retry.loop': retryLoop,
  'service-client.only-signs': onlySigns,
  'temporary.left-behind': leftBehind,
  'temporary.made-up': madeUp,
  'token.kept': keptToken,
  'token.lasting': lastingToken,
  'token.refreshes': refreshesToken,
  'writes.apart': apart,
  'writes.begin-pair': beginsPair,
  'writes.cascade': isCascade,
  'writes.in-documents': inDocuments,
};
