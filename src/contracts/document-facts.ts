/** What is read of files that are no code and describe no data: settings, pipelines, containers, ignore lists, documents. */
import type { FileClass } from './inventory.js';

export type DocumentFormat = 'yaml' | 'json' | 'environment' | 'ignore' | 'dockerfile' | 'markdown' | 'text' | 'view';

/** One such file as a flat list of keys and values, so that every format is asked in one way. Plain JSON. */
export interface DocumentFacts {
  /** Root-relative POSIX path. */
  path: string;
  class: FileClass;
  /** Directory of the package that holds it. */
  package: string;
  format: DocumentFormat;
  /** In file order. */
  entries: DocumentEntry[];
  /** Why it could not be read whole, or ''. */
  problem: string;
}

/**
 * | format | key | value |
 * |---|---|---|
 * | yaml, json | dotted path, list elements by number: `services.db.image`, `jobs.test.steps.0.run`; of a second YAML document in one file again from the start | the scalar as written |
 * | environment | the variable | its value without quotes |
 * | ignore | `pattern` | the pattern |
 * | dockerfile | number of the build stage and instruction: `0.FROM`, `1.USER`; those that make the image in the end `last.USER` too, as far as no later one takes their place | its arguments |
 * | markdown | `h1` … `h6`, `item`, `code`, any other line as `text`, front matter as `front.title` | the text without markup |
 * | text | `line` | a line that is not blank |
 * | view | `raw` | a name, or dotted path, that the template writes into the page without encoding it |
 */
export interface DocumentEntry {
  key: string;
  value: string;
  /** 1-based. */
  line: number;
}
