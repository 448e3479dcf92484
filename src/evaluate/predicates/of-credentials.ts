/** The named predicates on cookies, tokens and cross-origin settings. */
import { clears, lacks, purpose, unwritten } from './cookies.js';
import { overruled, switchedOn } from './cors-registration.js';
import { authenticatedHandler, credentials, forOthers, origin, publicFiles, refusesCredentials, scoped, signsIn } from './cors.js';
import { keyKind, keyMayBeMissing, keyOrigin } from './jwt-keys.js';
import { failureIgnored, mixedAlgorithms, readsOnly, tokenFromIssuer, unsigned } from './jwt.js';
import { checkedByName, tokenFromOutside } from './token-checks.js';
import { decodedByHand } from './token-payload.js';
import type { Predicate } from './index.js';

export const OF_CREDENTIALS: Readonly<Record<string, Predicate>> = {
  'cookie.clears': clears,
  'cookie.lacks': lacks,
  'cookie.purpose': purpose,
  'cookie.unwritten': unwritten,
  'cors.authenticated-handler': authenticatedHandler,
  'cors.credentials': credentials,
  'cors.for-others': forOthers,
  'cors.origin': origin,
  'cors.overruled': overruled,
  'cors.public-files': publicFiles,
  'cors.refuses-credentials': refusesCredentials,
  'cors.scoped': scoped,
  'cors.signs-in': signsIn,
  'cors.switched-on': switchedOn,
  'jwt.checked-by-name': checkedByName,
  'jwt.failure-ignored': failureIgnored,
  'jwt.key-kind': keyKind,
  'jwt.key-may-be-missing': keyMayBeMissing,
  'jwt.key-origin': keyOrigin,
  'jwt.mixed-algorithms': mixedAlgorithms,
  'jwt.payload-decoded-by-hand': decodedByHand,
  'jwt.reads-only': readsOnly,
  'jwt.token-from-issuer': tokenFromIssuer,
  'jwt.token-from-outside': tokenFromOutside,
  'jwt.unsigned': unsigned,
};
