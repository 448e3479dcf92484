/** Hashes, random numbers and certificates. */
import { fixedBytes } from './fixed-bytes.js';
import { hashes } from './hashed-data.js';
import { acceptsAnyName, askedFor, asVerifyCa, ownHost, unused } from './tls.js';
import { purpose } from './weak-crypto.js';
import type { Predicate } from '../index.js';

export const CRYPTOGRAPHY: Readonly<Record<string, Predicate>> = {
  'crypto.fixed-bytes': fixedBytes,
  'crypto.hashes': hashes,
  'crypto.purpose': purpose,
  'tls.accepts-any-name': acceptsAnyName,
  'tls.as-verify-ca': asVerifyCa,
  'tls.asked-for': askedFor,
  'tls.own-host': ownHost,
  'tls.unused': unused,
};
