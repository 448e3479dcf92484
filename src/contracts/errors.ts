/** The one kind of error that is the user's to mend. Everything else that is thrown is a bug of ours. */

export interface ErrorPlace {
  /** As the user wrote it, or relative to the working directory. */
  path?: string;
  /** 1-based. */
  line?: number;
  column?: number;
  /** What to do about it. */
  hint?: string;
  /** The word that is wrong, so that whoever knows where it was written can add the place. */
  subject?: string;
}

/**
 * A mistake in what the user gave: an option, a path, the configuration, a rule file. Shown as
 * `path:line:column: message` and a hint, never with a stack trace; exit code 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    /** Stable, in kebab-case: `no-such-directory`. */
    readonly code: string,
    message: string,
    readonly place: ErrorPlace = {},
  ) {
    super(message);
  }

  /** Further mistakes of the same kind, shown after this one. */
  others: readonly UserError[] = [];

  with(others: readonly UserError[]): this {
    this.others = others;
    return this;
  }
}
