/** Commands and options. Only names and texts stand here; each command loads what it runs when it is run. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { FileShare } from '../contracts/extraction.js';
import { PRIORITIES, PROFILES } from '../contracts/rules.js';
import type { Priority, Profile } from '../contracts/rules.js';
import { ownVersion } from '../version.js';

/** What commander gives for `audit`; absent means: not said on the command line. */
export interface AuditFlags {
  format: string[];
  output?: string;
  failOn?: Priority | 'never';
  minScore?: number;
  profile?: Profile;
  only: string[];
  skip: string[];
  config?: string;
  quiet?: true;
  verbose?: true;
  color?: boolean;
  timestamp: boolean;
  timings?: true;
  online?: true;
  cache: boolean;
  cacheDir?: string;
}

/** What commander gives for `why`. */
export interface WhyFlags {
  root: string;
  only: string[];
  json?: true;
  cache: boolean;
  cacheDir?: string;
  config?: string;
  color?: boolean;
}

/** What commander gives for `extract`. */
export interface ExtractFlags {
  output: string;
  shard?: FileShare;
  within?: string;
  config?: string;
}

const EXIT_CODES = `
Exit codes:
  0  audited, and the gate holds
  1  audited, and the gate fails
  2  usage or configuration error
  3  the audit is incomplete: nothing to audit, too much unreadable, or it failed itself`;

export function buildProgram(): Command {
  const program = new Command('shipworthy')
    .description('Audits a TypeScript/JavaScript back end against a production-hardening checklist.')
    .version(ownVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, outputError: () => undefined })
    .showSuggestionAfterError(true)
    .addHelpText('after', `${EXIT_CODES}\n\nshipworthy <directory> is short for shipworthy audit <directory>.`);
  addAudit(program);
  addShared(program);
  addRules(program);
  program
    .command('explain')
    .description('what a check looks for, why it matters and how to mend it')
    .argument('<check>', 'id of a check, e.g. sql-injection')
    .addOption(configOption())
    .addOption(new Option('--color', 'colour even when the output is no terminal'))
    .addOption(new Option('--no-color', 'no colour').default(undefined))
    .action(async (check: string, flags: { config?: string; color?: boolean }) => {
      const { runExplain } = await import('./explain-command.js');
      await runExplain(check, flags);
    });
  addWhy(program);
  return program;
}

function addWhy(program: Command): void {
  program
    .command('why')
    .description('why a place in the code is reported, or is not')
    .argument('<file:line>', 'a place, e.g. src/orders.ts:42')
    .option('--root <directory>', 'root of the project', '.')
    .option('--only <ids>', 'these checks only, separated by commas', collectIds, [])
    .option('--json', 'as JSON')
    .addOption(configOption())
    .addOption(noCacheOption())
    .addOption(cacheFolderOption())
    .addOption(new Option('--color', 'colour even when the output is no terminal'))
    .addOption(new Option('--no-color', 'no colour').default(undefined))
    .action(async (place: string, flags: WhyFlags) => {
      const { runWhy } = await import('./why-command.js');
      await runWhy(place, flags);
    });
}

function addAudit(program: Command): void {
  const audit = program.command('audit', { isDefault: true }).description('audit a directory and write the report').argument('[directory]', 'root of the project', '.');
  addAuditOptions(audit).action(async (directory: string, flags: AuditFlags) => {
    const { runAudit } = await import('./audit-command.js');
    await runAudit(directory, flags);
  });
}

function addAuditOptions(command: Command): Command {
  return command
    .option('-f, --format <format[=file]>', 'terminal, markdown, json or sarif; repeat it to write several', collect, [])
    .option('-o, --output <file>', 'write the report to a file instead of standard output')
    .addOption(new Option('--fail-on <priority>', 'the gate fails when a gap of this priority or a higher one is open (default: P0)').choices([...PRIORITIES, 'never']))
    .option('--min-score <number>', 'the gate fails when the score is below this', scoreArgument)
    .addOption(new Option('--profile <profile>', 'how far to look (default: growth)').choices(PROFILES))
    .option('--only <ids>', 'run these checks only, separated by commas', collectIds, [])
    .option('--skip <ids>', 'leave these checks out, separated by commas', collectIds, [])
    .addOption(configOption())
    .option('--online', 'ask the package registry (npm audit) for advisories on the dependencies in package-lock.json; without it no network is used')
    .option('-q, --quiet', 'the verdict alone')
    .option('--verbose', 'all sites of all gaps')
    .addOption(new Option('--color', 'colour even when the output is no terminal'))
    .addOption(new Option('--no-color', 'no colour').default(undefined))
    .option('--no-timestamp', 'leave times out: the same tree gives the same bytes')
    .addOption(new Option('--timings', 'how long each stage took: on standard error, and in the JSON report').conflicts('timestamp'))
    .addOption(noCacheOption())
    .addOption(cacheFolderOption())
    .addHelpText('after', EXIT_CODES);
}

/** What several machines do together: each extracts a share, one links and judges. */
function addShared(program: Command): void {
  program
    .command('extract')
    .description('read a share of the code and write what it says to a facts pack, for shipworthy merge')
    .argument('[directory]', 'root of the project', '.')
    .requiredOption('-o, --output <file>', 'the facts pack to write')
    .option('--shard <i/n>', 'the i-th of n shares of the files', shardArgument)
    .addOption(new Option('--within <directory>', 'the files under this directory of the project').conflicts('shard'))
    .addOption(configOption())
    .action(async (directory: string, flags: ExtractFlags) => {
      const { runExtract } = await import('./packs-commands.js');
      await runExtract(directory, flags);
    });
  const merge = program
    .command('merge')
    .description('audit a directory out of facts packs: the report is that of shipworthy audit')
    .argument('<pack...>', 'all facts packs of the directory')
    .option('--root <directory>', 'root of the project', '.');
  addAuditOptions(merge).action(async (packs: string[], flags: AuditFlags & { root: string }) => {
    const { runMerge } = await import('./packs-commands.js');
    await runMerge(packs, flags);
  });
}

function addRules(program: Command): void {
  const rules = program.command('rules').description('look at the checks, or test your own');
  rules
    .command('list')
    .description('all checks with priority and relevance')
    .addOption(configOption())
    .action(async (flags: { config?: string }) => {
      const { runRulesList } = await import('./rules-command.js');
      await runRulesList(flags);
    });
  rules
    .command('test')
    .description('run the bad and good cases beside the rules')
    .argument('[directory]', 'directory of rules; default: those of shipworthy')
    .action(async (directory: string | undefined) => {
      const { runRulesTest } = await import('./rules-command.js');
      await runRulesTest(directory);
    });
}

function configOption(): Option {
  return new Option('-c, --config <file>', 'configuration file (default: shipworthy.config.yaml or .json, or the key shipworthy in package.json)');
}

function noCacheOption(): Option {
  return new Option('--no-cache', 'extract every file anew, and keep nothing for the next audit');
}

function cacheFolderOption(): Option {
  return new Option('--cache-dir <directory>', "where to keep what was extracted of files (default: shipworthy in the user's folder for caches)");
}

function collect(value: string, previous: string[]): string[] {
  return [...previous, value];
}

function collectIds(value: string, previous: string[]): string[] {
  return [...previous, ...value.split(',').map((id) => id.trim()).filter((id) => id !== '')];
}

function shardArgument(value: string): FileShare {
  const [index, of] = (/^(\d+)\/(\d+)$/.exec(value)?.slice(1) ?? []).map(Number);
  if (index === undefined || of === undefined || index < 1 || index > of) throw new InvalidArgumentError('It must be a share such as 2/4.');
  return { kind: 'shard', index, of };
}

function scoreArgument(value: string): number {
  const score = Number(value);
  if (value.trim() === '' || !(score >= 0 && score <= 100)) throw new InvalidArgumentError('It must be a number from 0 to 100.');
  return score;
}
