/** `shipworthy explain <check>`: the rule in words. All wording is the rule's own. */
import { Chalk } from 'chalk';
import type { ChalkInstance } from 'chalk';
import { UserError } from '../contracts/errors.js';
import { inert } from '../contracts/inert.js';
import type { Rule, SiteSelector } from '../contracts/rules.js';
import { colourLevel } from './colour.js';
import { suggest } from './configuration/load.js';
import { configuredRules } from './rulebook-access.js';
import { writeReport } from './streams.js';

const PROSE_WIDTH = 76;

export async function runExplain(check: string, flags: { config?: string; color?: boolean }): Promise<void> {
  const { rulebook } = await configuredRules(flags.config, []);
  const { rules } = rulebook;
  const rule = rules.find((candidate) => candidate.id === check);
  if (rule === undefined) throw new UserError('unknown-check', `there is no check "${check}"`, { hint: suggest(check, rules.map((candidate) => candidate.id)) });
  const colours = new Chalk({ level: colourLevel(flags.color, process.env, process.stdout.isTTY) });
  await writeReport(`${explanation(rule, colours).join('\n')}\n`);
}

function explanation(rule: Rule, colours: ChalkInstance): string[] {
  const { text } = rule;
  return [
    `${colours.bold(rule.id)}  ${rule.title}`,
    `${rule.priority} · ${rule.relevance} · ${rule.area}${standards(rule)}`,
    '',
    colours.bold('Requirement'),
    ...paragraph(text.requirement),
    '',
    colours.bold('Why'),
    ...paragraph(text.why),
    '',
    colours.bold('Looks at'),
    ...paragraph(describeSites(rule.sites)),
    ...(rule.applies === null ? [] : indent(`only where it matters; otherwise: ${rule.applies.reason}`)),
    ...passes(rule, colours),
    '',
    colours.bold('What to do'),
    ...paragraph(text.action),
    ...recipes(rule, colours),
    ...references(rule, colours),
  ];
}

function standards({ cwe, owasp, asvs }: Rule): string {
  const names = [...cwe.map((id) => `CWE-${id}`), ...owasp, ...asvs.map((id) => `ASVS ${id}`)];
  return names.length === 0 ? '' : ` · ${names.join(', ')}`;
}

function describeSites(sites: SiteSelector): string {
  switch (sites.kind) {
    case 'role':
      return `every use of ${sites.roles.join(', ')}`;
    case 'any-of':
      return sites.selectors.map(describeSites).join('; ');
    default:
      return `every ${sites.kind.replaceAll('-', ' ')}`;
  }
}

function passes(rule: Rule, colours: ChalkInstance): string[] {
  const reasons = rule.passes.flatMap((clause) => (clause.because === null ? [] : [clause.because]));
  return reasons.length === 0 ? [] : ['', colours.bold('Satisfied by'), ...reasons.map((reason) => `  - ${reason}`)];
}

function recipes(rule: Rule, colours: ChalkInstance): string[] {
  return Object.keys(rule.fix)
    .sort((a, b) => Number(b === 'default') - Number(a === 'default') || (a < b ? -1 : 1))
    .flatMap((name) => {
      const recipe = rule.fix[name];
      if (recipe === undefined) return [];
      return ['', colours.bold(name === 'default' ? 'Fix' : `Fix with ${name}`), colours.red('  before'), ...indent(recipe.before, 4), colours.green('  after'), ...indent(recipe.after, 4)];
    });
}

function references(rule: Rule, colours: ChalkInstance): string[] {
  return rule.references.length === 0 ? [] : ['', colours.bold('References'), ...rule.references.map((reference) => `  ${reference}`)];
}

/** Code keeps its lines. */
function indent(text: string, spaces = 2): string[] {
  return inert(text).trimEnd().split('\n').map((line) => (line === '' ? '' : ' '.repeat(spaces) + line));
}

/** Prose, broken between words. */
function paragraph(text: string, width = PROSE_WIDTH): string[] {
  const lines: string[] = [];
  for (const word of inert(text).split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `  ${line}`);
}
