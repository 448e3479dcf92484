/** Tokens, their keys, and how they are read. */
import { behindGuard } from './behind-guard.js';
import { failureIgnored, mixedAlgorithms, readsOnly, unsigned } from './jwt.js';
import { keyKind, keyMayBeMissing, keyOrigin } from './jwt-keys.js';
import { checkedByName, tokenFromOutside } from './token-checks.js';
import { saidByToken, sharedAlgorithms } from './token-header.js';
import { expiryRead } from './token-expiry.js';
import { tokenFromIssuer } from './token-issuer.js';
import { decodedByHand } from './token-payload.js';
import { explainsTokens, harmlessForCallers, readForNobody, tokenOfTraffic, verifiesByDefault } from './token-readings.js';
import { keptToken, lastingToken, refreshesToken, seenIssuer } from './token-refresh.js';
import type { Predicate } from '../index.js';

export const TOKENS: Readonly<Record<string, Predicate>> = {
  'jwt.behind-guard': behindGuard,
  'jwt.checked-by-name': checkedByName,
  'jwt.explains-tokens': explainsTokens,
  'jwt.expiry-read': expiryRead,
  'jwt.failure-ignored': failureIgnored,
  'jwt.harmless-for-callers': harmlessForCallers,
  'jwt.key-kind': keyKind,
  'jwt.key-may-be-missing': keyMayBeMissing,
  'jwt.key-origin': keyOrigin,
  'jwt.mixed-algorithms': mixedAlgorithms,
  'jwt.payload-decoded-by-hand': decodedByHand,
  'jwt.read-for-nobody': readForNobody,
  'jwt.reads-only': readsOnly,
  'jwt.said-by-token': saidByToken,
  'jwt.shared-algorithms': sharedAlgorithms,
  'jwt.token-from-issuer': tokenFromIssuer,
  'jwt.token-from-outside': tokenFromOutside,
  'jwt.token-of-traffic': tokenOfTraffic,
  'jwt.unsigned': unsigned,
  'jwt.verifies-by-default': verifiesByDefault,
  'token.issuer': seenIssuer,
  'token.kept': keptToken,
  'token.lasting': lastingToken,
  'token.refreshes': refreshesToken,
};
