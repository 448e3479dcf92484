/** Processes that answer: what they serve, hold and leave behind. */
import { applicationHas } from './applications.js';
import { remembered } from './blocking.js';
import { generated, named, ofMails, received, removed, sent, temporary } from './local-files.js';
import { livesHere, ofRequests } from './module-state.js';
import { tooLate } from './late-headers.js';
import { missing, mounted } from './security-headers.js';
import { behindAnother, idle, probesOnly, untilSetUp } from './served-apps.js';
import { answersPath, aside, besideLarger, forItself, inMiddleware, listens, loads, notServed, ofLibrary, routesUnseen, unseen } from './servers.js';
import { cutsOffWork, empty, ofCommand, onSignal } from './shutdown.js';
import { leftBehind, madeUp } from './temporary-files.js';
import type { Predicate } from '../index.js';

export const SERVERS: Readonly<Record<string, Predicate>> = {
  'application.has': applicationHas,
  'blocking.remembered': remembered,
  'files.generated': generated,
  'files.named': named,
  'files.of-mails': ofMails,
  'files.received': received,
  'files.removed': removed,
  'files.sent': sent,
  'files.temporary': temporary,
  'headers.behind-another': behindAnother,
  'headers.idle': idle,
  'headers.missing': missing,
  'headers.mounted': mounted,
  'headers.probes-only': probesOnly,
  'headers.too-late': tooLate,
  'headers.until-set-up': untilSetUp,
  'server.answers-path': answersPath,
  'server.aside': aside,
  'server.beside-larger': besideLarger,
  'server.for-itself': forItself,
  'server.in-middleware': inMiddleware,
  'server.listens': listens,
  'server.loads': loads,
  'server.not-served': notServed,
  'server.of-library': ofLibrary,
  'server.routes-unseen': routesUnseen,
  'server.unseen': unseen,
  'shutdown.cuts-off-work': cutsOffWork,
  'shutdown.empty': empty,
  'shutdown.of-command': ofCommand,
  'shutdown.on-signal': onSignal,
  'state.lives-here': livesHere,
  'state.of-requests': ofRequests,
  'temporary.left-behind': leftBehind,
  'temporary.made-up': madeUp,
};
