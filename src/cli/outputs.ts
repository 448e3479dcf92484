/** Which report goes where. */
import { UserError } from '../contracts/errors.js';
import { FORMATS } from '../report/index.js';
import { suggest } from './configuration/load.js';
import type { AuditFlags } from './program.js';

export interface Output {
  /** A name in `FORMATS`. */
  format: string;
  /** null: standard output. */
  file: string | null;
}

/** `--output report.md` without `--format` says enough. */
const FORMAT_OF_EXTENSION: Record<string, string> = { md: 'markdown', markdown: 'markdown', json: 'json', sarif: 'sarif' };

/** @throws UserError for an unknown format, two reports on standard output, or two in one file */
export function outputsOf(flags: Pick<AuditFlags, 'format' | 'output'>): Output[] {
  const requested = flags.format.map(parseFormat);
  const loose = requested.filter((output) => output.file === null);
  if (loose.length > 1) throw new UserError('usage', `only one report can go to standard output, not ${loose.map((output) => output.format).join(' and ')}`, { hint: 'give the others a file: --format json=report.json' });
  const { output } = flags;
  if (output !== undefined) {
    const target = loose[0];
    if (target !== undefined) target.file = output;
    else if (requested.length === 0) requested.push({ format: formatFor(output), file: output });
    else throw new UserError('usage', '--output has no report to write: each --format has a file already', { hint: 'leave out --output, or the file of one format' });
  }
  if (requested.length === 0) requested.push({ format: 'terminal', file: null });
  const files = requested.flatMap(({ file }) => (file === null ? [] : [file]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UserError('usage', `two reports would be written to ${twice}`, { hint: 'give each a file of its own' });
  return requested;
}

function parseFormat(written: string): Output {
  const [name = '', ...rest] = written.split('=');
  // Before the audit, so that a typing error costs no waiting.
  if (!FORMATS.has(name)) throw new UserError('usage', `unknown format "${name}"`, { hint: suggest(name, [...FORMATS.keys()]) });
  const file = rest.join('=');
  if (rest.length > 0 && file === '') throw new UserError('usage', `--format ${written} names no file`, { hint: `write --format ${name}=report, or --format ${name} for standard output` });
  return { format: name, file: rest.length === 0 ? null : file };
}

function formatFor(file: string): string {
  return FORMAT_OF_EXTENSION[/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''] ?? 'terminal';
}
