/** `shipworthy audit`: options and configuration → an audit → its reports and the exit code. */
import { resolve } from 'node:path';
import type { AuditOptions } from '../audit.js';
import type { AuditReport } from '../contracts/audit.js';
import { CONTROL_NAMES } from '../contracts/controls.js';
import { UserError } from '../contracts/errors.js';
import { render } from '../report/index.js';
import { nearestWord } from '../rulebook/nearest-word.js';
import { colourLevel } from './colour.js';
import { loadConfiguration, namedControls, teamDecisions } from './configuration/load.js';
import type { LoadedConfiguration } from './configuration/load.js';
import { outputsOf } from './outputs.js';
import type { Output } from './outputs.js';
import type { FactsPack } from '../contracts/extraction.js';
import { factsCache } from './facts-cache.js';
import type { AuditFlags } from './program.js';
import { progressLine } from './progress.js';
import { writeFileAtomically, writeMessage, writeReport } from './streams.js';
import { ownVersion } from '../version.js';

/** @param packs what other machines extracted of the directory */
export async function runAudit(directory: string, flags: AuditFlags, packs: readonly FactsPack[] = []): Promise<void> {
  const outputs = outputsOf(flags);
  const configuration = await loadConfiguration(directory, flags.config ?? null, process.cwd());
  const cache = factsCache(directory, flags);
  const { audit } = await import('../audit.js');
  const progress = progressLine(flags.quiet === true || outputs.some((output) => output.format !== 'terminal' && output.file === null), process.env, process.stderr);
  let report: AuditReport;
  try {
    report = await audit(directory, { ...optionsFrom(flags, configuration), packs, cache, toolVersion: ownVersion(), onProgress: progress.update });
  } catch (error) {
    throw explain(error, directory, flags, configuration);
  } finally {
    progress.clear();
  }
  for (const output of outputs) await write(report, output, flags);
  if (flags.timings) writeMessage(Object.entries(report.run.timings).map(([stage, milliseconds]) => `${stage.padEnd(10)} ${milliseconds} ms`).join('\n'));
  if (flags.timings && cache !== null) writeMessage(`cache      ${cache.counts.found} of ${cache.counts.found + cache.counts.missed} files`);
  for (const { code, message } of report.diagnostics) if (code === 'registry-unanswered') writeMessage(message);
  if (report.run.exitCode === 3) writeMessage(`incomplete: ${report.completeness.reason}`);
  process.exitCode = report.run.exitCode;
  // Nobody waits for it: the reports are written.
  cache?.save();
}

/** The command line goes before the configuration; lists of the configuration stand unless the command line has its own. */
function optionsFrom(flags: AuditFlags, configuration: LoadedConfiguration): Omit<AuditOptions, 'toolVersion' | 'packs' | 'cache' | 'onProgress'> {
  const { values, directory } = configuration;
  return {
    profile: flags.profile ?? values.profile ?? 'growth',
    failOn: flags.failOn ?? values.failOn ?? 'P0',
    minScore: flags.minScore ?? values.minScore ?? null,
    only: flags.only.length > 0 ? flags.only : (values.only ?? []),
    skip: flags.skip.length > 0 ? flags.skip : (values.skip ?? []),
    include: values.include ?? [],
    exclude: values.exclude ?? [],
    rules: (values.rules ?? []).map((path) => resolve(directory, path)),
    controls: namedControls(values),
    decisions: teamDecisions(configuration),
    maxFileSize: values.maxFileSize ?? null,
    maxFailedFiles: values.maxFailedFiles ?? null,
    timestamp: flags.timestamp,
    timings: flags.timings === true,
    online: flags.online === true,
  };
}

/** Adds to a user's error what only the command line knows: where the wrong word stands. */
function explain(error: unknown, directory: string, flags: AuditFlags, configuration: LoadedConfiguration): unknown {
  if (!(error instanceof UserError)) return error;
  const { subject } = error.place;
  if (error.code === 'unknown-check' && subject !== undefined && configuration.path !== null) {
    for (const key of ['only', 'skip'] as const) {
      const index = flags[key].length > 0 ? -1 : (configuration.values[key] ?? []).indexOf(subject);
      if (index >= 0) return new UserError(error.code, error.message, { ...error.place, path: configuration.path, ...configuration.positionOf([key, index]) });
    }
  }
  if (error.code === 'unknown-control-reference' && subject !== undefined && configuration.path !== null) {
    for (const name of CONTROL_NAMES) {
      const index = (configuration.values.controls?.[name] ?? []).indexOf(subject);
      if (index >= 0) return new UserError(error.code, error.message, { ...error.place, path: configuration.path, ...configuration.positionOf(['controls', name, index]) });
    }
  }
  if (error.code === 'no-such-directory') {
    const command = nearestWord(directory, ['audit', 'rules', 'explain', 'why']);
    if (command !== null) return new UserError(error.code, error.message, { hint: `did you mean the command "${command}"?` });
  }
  return error;
}

async function write(report: AuditReport, output: Output, flags: AuditFlags): Promise<void> {
  const level = output.file === null ? colourLevel(flags.color, process.env, process.stdout.isTTY) : 0;
  const width = output.file === null ? process.stdout.columns : undefined;
  const text = await render(output.format, report, { colorLevel: level, width, quiet: flags.quiet === true, verbose: flags.verbose === true });
  if (output.file === null) {
    await writeReport(text);
    return;
  }
  writeFileAtomically(output.file, text);
  if (flags.quiet !== true) writeMessage(`wrote ${output.file}`);
}
