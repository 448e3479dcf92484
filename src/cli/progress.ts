/** A line on stderr that says how far a long run is; only for people who watch. */
import type { Progress } from '../audit.js';

/** Shorter runs need none. */
const QUIET_MS = 800;
const INTERVAL_MS = 100;
const CLEAR_LINE = '\r\u001B[2K';

export interface ProgressLine {
  update: (progress: Progress) => void;
  /** Takes the line away, so that what follows starts in an empty one. */
  clear: () => void;
}

/** Says nothing when stderr is no terminal, in continuous integration, or when quiet is asked for. */
export function progressLine(quiet: boolean, environment: NodeJS.ProcessEnv, stream: NodeJS.WriteStream): ProgressLine {
  if (quiet || !stream.isTTY || environment['TERM'] === 'dumb' || (environment['CI'] ?? '') !== '') return { update: () => undefined, clear: () => undefined };
  const startedAt = Date.now();
  let shownAt = 0;
  return {
    update: ({ stage, done, total }) => {
      const now = Date.now();
      if (now - startedAt < QUIET_MS || now - shownAt < INTERVAL_MS) return;
      shownAt = now;
      stream.write(`${CLEAR_LINE}${stage}${total === null ? '' : ` ${done}/${total} files`} …`);
    },
    clear: () => {
      if (shownAt > 0) stream.write(CLEAR_LINE);
      shownAt = 0;
    },
  };
}
