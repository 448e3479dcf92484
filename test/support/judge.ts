/** Asks one rule, written as YAML, of a few files in memory. For tests of the words of the rule language. */
import type { Outcome, SiteResult } from '../../src/contracts/audit.js';
import type { Model } from '../../src/contracts/models.js';
import type { Rule } from '../../src/contracts/rules.js';
import { modelSchema } from '../../src/rulebook/model-schema.js';
import { modelFrom } from '../../src/rulebook/model.js';
import { reading } from '../../src/rulebook/readers.js';
import { ruleSchema } from '../../src/rulebook/rule-schema.js';
import { ruleFrom } from '../../src/rulebook/rule.js';
import { readYaml } from '../../src/rulebook/yaml-file.js';
import { auditCase } from './audit-case.js';
import type { Files } from './inventory-of.js';

const HEAD = {
  id: 'the-rule',
  title: 'Title',
  requirement: 'The requirement',
  area: 'security',
  priority: 'P1',
  relevance: 'essential',
  effort: { once: '1h' },
  message: 'the message about {label}',
  why: 'Why.',
  action: 'Act.',
  'no-sites': 'no site was found',
};

/** @param yaml the fields that matter; everything a rule needs besides is filled in. */
export function ruleOf(yaml: string): Rule {
  const written = readYaml(yaml, 'rule.yaml');
  if (written.issues.length > 0) throw new Error(written.issues.map((issue) => issue.message).join('\n'));
  return ruleFrom(ruleSchema(reading).parse({ ...HEAD, ...(written.data as object) }), '/rules/the-rule/rule.yaml');
}

export function modelOf(yaml: string): Model {
  const { model, problems } = modelFrom(modelSchema().parse(readYaml(yaml, 'model.yaml').data), '/rules/models/model.yaml');
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return model;
}

export function outcomeOf(rule: string, models: readonly string[], files: Files): Outcome {
  const outcomes = auditCase(files, { rules: [ruleOf(rule)], models: models.map(modelOf) });
  if (outcomes.length !== 1) throw new Error(`one package expected, there are ${outcomes.length}`);
  return outcomes[0]!;
}

/** `line: verdict` of each site, in order. */
export function verdicts(rule: string, models: readonly string[], files: Files): string[] {
  return outcomeOf(rule, models, files).sites.map(shortly);
}

function shortly(site: SiteResult): string {
  return `${site.location.path}:${site.location.line} ${site.verdict}`;
}
