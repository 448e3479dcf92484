/** The schema of a model file. What is read here is still as written; `model.ts` qualifies the API paths. */
import { z } from 'zod';
import { SINKS } from '../contracts/sinks.js';
import { argumentPath } from './argument-path.js';
import { keys, oneOrMany } from './readers.js';
import { argumentName, roleName, scalar } from './vocabulary/operands.js';

export const USES = ['call', 'new', 'read', 'write', 'tag', 'decorator', 'passed', 'method', 'property', 'assigned'] as const;
/** Uses that match plain names on anything, not API paths. */
export const USES_BY_NAME: readonly string[] = ['method', 'property', 'assigned'] satisfies (typeof USES)[number][];
export const FLOW_USES = ['call', 'new', 'read', 'tag', 'method'] as const;
const SANITIZES = [...SINKS, 'all'] as const;

const POSITION_HELP = 'a position is 0, "0.text", last, "1..", receiver, result, value, template or name';
const packageNames = z.string().regex(/^(node:)?(@[\w.~-]+\/)?[\w.~-]+(\/[\w.~-]+)*$/, 'an npm package name, with its subpath where the API lives there');
const apiPath = z.string().min(1);
const paths = oneOrMany(apiPath);
const position = z.union([z.int().nonnegative(), z.string()]);
const checkedPosition = position.refine((written) => argumentPath(written) !== null, { error: POSITION_HELP });

/** `where:` of a role entry: position → constant, or several of which any may be there. */
const where = z.record(
  z.string().refine((written) => argumentPath(written) !== null, { error: POSITION_HELP }),
  oneOrMany(scalar),
);

const uses = Object.fromEntries(USES.map((use) => [use, paths.optional()])) as Record<(typeof USES)[number], z.ZodOptional<typeof paths>>;

const roleEntry = keys({
  ...uses,
  arguments: z.record(argumentName, oneOrMany(checkedPosition)).default({}),
  where: where.default({}),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
}).superRefine((entry, context) => exactlyOne(entry, USES, context));

const flowFrom = z.union([z.int().nonnegative(), z.enum(['receiver', 'callback', 'rest', 'none'])]);

const flow = keys({
  call: paths.optional(),
  new: paths.optional(),
  read: paths.optional(),
  tag: paths.optional(),
  method: paths.optional(),
  from: oneOrMany(flowFrom),
  sanitizes: oneOrMany(z.enum(SANITIZES)).default([]),
}).superRefine((entry, context) => exactlyOne(entry, FLOW_USES, context));

const callback = keys({
  call: paths,
  argument: z.union([z.int().nonnegative(), z.enum(['last', 'any'])]).default('any'),
  property: z.string().min(1).optional(),
  parameters: z.array(z.union([apiPath, z.null()])),
  arity: z.int().nonnegative().nullable().default(null),
  where: where.default({}),
});

const memberPath = z.string().regex(/^[\w$]+(\.[\w$]+)*(\(\))?$/, 'the name of a member, or dotted names, with () when it is called with an argument');

const shapeParameter = keys({
  named: oneOrMany(z.string().min(1)).nullable(),
  uses: z.array(memberPath).default([]),
  is: apiPath.nullable().default(null),
});

const shape = keys({
  parameters: z.array(shapeParameter).min(1),
  'registered-by': z.array(z.string().min(1)).default([]),
});

const expression = z.string().refine(isExpression, { error: 'no regular expression' });
const PLACES = ['exports', 'properties', 'directive'] as const;

const handler = keys({
  needs: z.enum(['package', 'listed-package', 'nothing']).default('package'),
  files: expression.optional(),
  exports: oneOrMany(z.string().min(1)).optional(),
  properties: oneOrMany(z.string().min(1)).optional(),
  directive: z.string().min(1).optional(),
  named: expression.optional(),
  parameters: z.array(z.union([apiPath, z.null()])).optional(),
  each: apiPath.optional(),
}).superRefine((entry, context) => {
  exactlyOne(entry, PLACES, context);
  exactlyOne(entry, ['parameters', 'each'], context);
});

/** The schema of one model file. */
export function modelSchema() {
  return keys({
    package: packageNames.optional(),
    packages: z.array(packageNames).min(1).optional(),
    'read-from': oneOrMany(z.string().min(1)).default([]),
    aliases: z.record(apiPath, apiPath).default({}),
    constants: z.record(apiPath, z.union([z.string(), z.number()])).default({}),
    members: z.record(apiPath, oneOrMany(apiPath)).default({}),
    callbacks: z.array(callback).default([]),
    handlers: z.array(handler).default([]),
    roles: z.record(roleName, oneOrMany(roleEntry)).default({}),
    flow: z.array(flow).default([]),
    shapes: z.array(shape).default([]),
  }).superRefine((model, context) => exactlyOne(model, ['package', 'packages'], context));
}

export type ModelInput = z.output<ReturnType<typeof modelSchema>>;
export type RoleEntryInput = z.output<typeof roleEntry>;

function exactlyOne(entry: Record<string, unknown>, allowed: readonly string[], context: z.core.$RefinementCtx): void {
  const present = allowed.filter((key) => entry[key] !== undefined);
  if (present.length === 1) return;
  const second = present[1];
  context.addIssue({
    code: 'custom',
    message: second === undefined ? `needs one of ${allowed.join(', ')}` : `has ${present.join(' and ')}; one entry has one of them`,
    path: second === undefined ? [] : [second],
    params: { ofKey: second !== undefined, onlyIfKeysAreKnown: second === undefined, hint: second === undefined || allowed.length === 2 ? undefined : 'write a list of two entries' },
  });
}

function isExpression(written: string): boolean {
  try {
    return new RegExp(written) instanceof RegExp;
  } catch {
    return false;
  }
}
