/** What is read of a project, and what it is asked: the options that an audit and the explanation of one place share. */
import type { NamedControl } from '../contracts/controls.js';

export interface ReadingOptions {
  /** Ids of the checks to run, all when empty, and of those to leave out. */
  only: readonly string[];
  skip: readonly string[];
  /** Globs as in `.gitignore`. */
  include: readonly string[];
  exclude: readonly string[];
  /** Absolute directories of further rules and models. */
  rules: readonly string[];
  /** What the project's own functions, classes and values are. */
  controls: readonly NamedControl[];
  /** Bytes; null for the default of 2 MB. */
  maxFileSize: number | null;
}
