/** Cross-origin settings. */
import { authenticatedHandler, credentials, forOthers, onlyWebSockets, origin, publicFiles, refusesCredentials, scoped } from './cors.js';
import { overruled, switchedOn } from './cors-registration.js';
import { withFiles } from './files-beside.js';
import { signsIn } from './signing-in.js';
import { tokenSocket } from './token-sockets.js';
import type { Predicate } from '../index.js';

export const CORS: Readonly<Record<string, Predicate>> = {
  'cors.authenticated-handler': authenticatedHandler,
  'cors.credentials': credentials,
  'cors.for-others': forOthers,
  'cors.only-web-sockets': onlyWebSockets,
  'cors.origin': origin,
  'cors.overruled': overruled,
  'cors.public-files': publicFiles,
  'cors.refuses-credentials': refusesCredentials,
  'cors.scoped': scoped,
  'cors.signs-in': signsIn,
  'cors.switched-on': switchedOn,
  'cors.token-socket': tokenSocket,
  'cors.with-files': withFiles,
};
