/** Parts of a path relative to the audited directory, whose separator is `/` on every system. */

/** Without a slash at its end; '' for what lies in the audited directory itself. */
export function directoryOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** With its ending. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
