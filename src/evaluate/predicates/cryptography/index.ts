/** Hashes, random numbers and certificates. */
import { fixedBytes } from './fixed-bytes.js';
import { acceptsAnyName, askedFor, ownHost } from './tls.js';
import { purpose } from './weak-crypto.js';
import type { Predicate } from '../index.js';

export const CRYPTOGRAPHY: Readonly<Record<string, Predicate>> = {
  'crypto.fixed-bytes': fixedBytes,
  'crypto.purpose': purpose,
  'tls.accepts-any-name': acceptsAnyName,
  'tls.asked-for': askedFor,
  'tls.own-host': ownHost,
};
