/** The JSON Schemas of `rule.yaml` and of model files, as published for editors and for teams that write their own. */
import { z } from 'zod';
import { modelSchema } from './model-schema.js';
import { publishing } from './readers.js';
import { ruleSchema } from './rule-schema.js';

/** `schema/rule.json` */
export function ruleJsonSchema(): Record<string, unknown> {
  return published('rule', 'A rule of shipworthy: rules/<area>/<id>/rule.yaml', ruleSchema(publishing));
}

/** `schema/model.json` */
export function modelJsonSchema(): Record<string, unknown> {
  return published('model', 'A model of shipworthy: rules/models/<package>.yaml', modelSchema());
}

/** draft-07, which the YAML extensions of editors know best. */
function published(name: string, title: string, schema: z.ZodType): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' });
  return { $schema, $id: `https://unpkg.com/shipworthy/schema/${name}.json`, title, ...rest };
}
