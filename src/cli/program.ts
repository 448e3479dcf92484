/** Commands and options. Only names and texts stand here; each command loads what it runs when it is run. */
import { Command, InvalidArgumentError, Option } from 'commander';
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
}

/** What commander gives for `why`. */
export interface WhyFlags {
  root: string;
  only: string[];
  json?: true;
  config?: string;
  color?: boolean;
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
    .addOption(new Option('--color', 'colour even when the output is no terminal'))
    .addOption(new Option('--no-color', 'no colour').default(undefined))
    .action(async (place: string, flags: WhyFlags) => {
      const { runWhy } = await import('./why-command.js');
      await runWhy(place, flags);
    });
}

function addAudit(program: Command): void {
  program
    .command('audit', { isDefault: true })
    .description('audit a directory and write the report')
    .argument('[directory]', 'root of the project', '.')
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
    .option('--timings', 'print how long each stage took, to standard error')
    .addHelpText('after', EXIT_CODES)
    .action(async (directory: string, flags: AuditFlags) => {
      const { runAudit } = await import('./audit-command.js');
      await runAudit(directory, flags);
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

function collect(value: string, previous: string[]): string[] {
  return [...previous, value];
}

function collectIds(value: string, previous: string[]): string[] {
  return [...previous, ...value.split(',').map((id) => id.trim()).filter((id) => id !== '')];
}

function scoreArgument(value: string): number {
  const score = Number(value);
  if (value.trim() === '' || !(score >= 0 && score <= 100)) throw new InvalidArgumentError('It must be a number from 0 to 100.');
  return score;
}
