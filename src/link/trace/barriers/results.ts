/** Barriers in what a call gives back, whatever it is given. */
import type { Sink } from '../../../contracts/sinks.js';
import type { FileValue, Linking } from '../../linking.js';
import { type BarrierKind, covers } from './protection.js';
import { provenByReplacing } from './replacements.js';

/** `text.replace(/[^a-z0-9_]/g, '')`: nothing is left that could do harm. */
export function barrierByReplacing(link: Linking, call: FileValue, sink: Sink, beneath: boolean): BarrierKind | null {
  const protection = provenByReplacing(link, call);
  return covers(protection, sink, beneath) ? protection!.kind : null;
}

/** `path.join(ROOT, name)`: what comes second cannot replace what came first. */
export function isPathJoin(link: Linking, call: FileValue): boolean {
  return link.rolesAt(call).some((site) => site.role === 'path.join');
}
