/**
 * What a value may be used for. Which checks, encoders and validated types make a value harmless depends on it: a text without
 * quotes may stand in SQL and still be a path that leads elsewhere.
 */
export const SINKS = [
  /** Text of an SQL statement. */
  'sql',
  /** A name inside an SQL statement: table, column, direction. */
  'sql-identifier',
  /** A command line, or the program that is run. */
  'shell',
  /** Program text that is evaluated, a template that is compiled, the name of a module that is loaded. */
  'code',
  /** A path in the file system. */
  'path',
  /** The URL of an outbound request: who chooses its host? */
  'url',
  /** Where a browser is sent: who chooses the site? */
  'redirect',
  /** Markup that a browser renders. */
  'html',
  /** A line of a log. */
  'log',
  /** A filter or update of a document store: may it be an object with operators in it? */
  'nosql',
  /** The source of a regular expression. */
  'regex',
  /** A header of a response or request. */
  'header',
  /** Anything else: checks of any kind count. */
  'value',
  /** No check counts: the question is who chose the value. */
  'origin',
] as const;

export type Sink = (typeof SINKS)[number];
