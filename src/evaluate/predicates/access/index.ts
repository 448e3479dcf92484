/** Who may call, and how often. */
import { ofAdministrators } from './administrators.js';
import { actsOnNewsOf, decides, does, forEverybody, guarded, inner, openWhenUnset, perhapsShown, purpose, sendsFile, signed, webhook } from './authentication.js';
import { changesRecord, decided, guardedBefore } from './authorization.js';
import { chosenPaths } from './chosen-paths.js';
import { byCookie, forgeryChecked, keptToSite, sendable } from './forged-requests.js';
import { afterOwn, fetchRequest, hops, lastHop, onlyAsked, switched } from './forwarded-for.js';
import { onlyRecorded } from './recorded-address.js';
import { elsewhereOnly, homeMade, standIn } from './rate-limit.js';
import { ofDevelopers, setAside } from './set-aside.js';
import { behind, limited } from './operations.js';
import { ofPartners } from './partners.js';
import { forAdministrators } from './rate-limit-weight.js';
import { filledIn } from './signed-in.js';
import type { Predicate } from '../index.js';

export const ACCESS: Readonly<Record<string, Predicate>> = {
  'auth.acts-on-news': actsOnNewsOf,
  'auth.decides': decides,
  'auth.does': does,
  'auth.for-everybody': forEverybody,
  'auth.guarded': guarded,
  'auth.inner': inner,
  'auth.of-developers': ofDevelopers,
  'auth.open-when-unset': openWhenUnset,
  'auth.perhaps-shown': perhapsShown,
  'auth.purpose': purpose,
  'auth.sends-file': sendsFile,
  'auth.set-aside': setAside,
  'auth.signed': signed,
  'auth.webhook': webhook,
  'authz.changes-record': changesRecord,
  'authz.decided': decided,
  'authz.guarded-before': guardedBefore,
  'csrf.by-cookie': byCookie,
  'csrf.checked': forgeryChecked,
  'csrf.same-site': keptToSite,
  'csrf.sendable': sendable,
  'forwarded-for.after-own': afterOwn,
  'forwarded-for.fetch-request': fetchRequest,
  'forwarded-for.hops': hops,
  'forwarded-for.last-hop': lastHop,
  'forwarded-for.only-asked': onlyAsked,
  'forwarded-for.only-recorded': onlyRecorded,
  'forwarded-for.switched': switched,
  'operations.behind': behind,
  'operations.limited': limited,
  'rate-limit.elsewhere-only': elsewhereOnly,
  'rate-limit.for-administrators': forAdministrators,
  'rate-limit.home-made': homeMade,
  'rate-limit.stand-in': standIn,
  'route.chosen-paths': chosenPaths,
  'route.filled-in': filledIn,
  'route.of-administrators': ofAdministrators,
  'route.of-partners': ofPartners,
};
