/** All value tests, by word. The compiler checks that each word of the vocabulary has one. */
import type { TestRegistry } from '../compiler.js';
import { above, below, constant, equals, matches, mayEqual, shorterThan } from './constants.js';
import { environmentFallback } from './environment-fallback.js';
import { isKind } from './kinds.js';
import { largerThan } from './sizes.js';
import { builtFrom, from } from './origins.js';
import { madeWith } from './made-with.js';
import { playsRole } from './plays-role.js';
import { absent, present, set } from './presence.js';
import { wholeFrom } from './whole-from.js';
import { writtenInCall } from './written-in-call.js';

export const VALUE_TESTS: TestRegistry = {
  present,
  absent,
  set,
  constant,
  'written-in-call': writtenInCall,
  function: isKind('function'),
  array: isKind('array'),
  object: isKind('object'),
  regexp: isKind('regexp'),
  string: isKind('string'),
  number: isKind('number'),
  true: isKind('true'),
  false: isKind('false'),
  equals,
  'may-equal': mayEqual,
  matches,
  below,
  above,
  'shorter-than': shorterThan,
  'larger-than': largerThan,
  'built-from': builtFrom,
  from,
  fallback: environmentFallback,
  role: playsRole,
  'made-with': madeWith,
  'whole-from': wholeFrom,
};
