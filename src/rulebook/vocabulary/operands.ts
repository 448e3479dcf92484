/** Operand schemas that several words share. */
import { validRange } from 'semver';
import { z } from 'zod';

export const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const fallbackKind = z.enum(['any', 'none', 'literal', 'empty', 'generated', 'other']);

/** A role's name, `sql.execute`, or a family of roles, `request.*`. */
export const roleName = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*(\.\*)?$/, 'a role is lower-case words joined with dots, such as sql.execute or request.*');

/** Source of a JavaScript regular expression; `(?i)` at its start makes it ignore case. */
export const regularExpression = z.string().superRefine((source, context) => {
  try {
    compilePattern(source);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error), params: { hint: 'in a YAML string with double quotes a backslash is written twice' } });
  }
});

/** @throws SyntaxError when the source is no regular expression. */
function compilePattern(source: string): RegExp {
  return source.startsWith('(?i)') ? new RegExp(source.slice(4), 'i') : new RegExp(source);
}

/** A property name, or a path of them: `cookie.secure` is `secure` in `cookie`. */
export const optionPath = z
  .string()
  .regex(/^[^.\s]+(\.[^.\s]+)*$/, 'a property name or a dotted path of them')
  .transform((path) => path.split('.'));

/** Name of an argument as models give it. */
export const argumentName = z.string().regex(/^[a-z][a-zA-Z0-9-]*$/, 'an argument name, as given under arguments: in the model');

/** A size, `10mb` or a number of bytes, in bytes; units are powers of 1024. */
export const byteSize = z.union([z.number(), z.string().regex(/^\d+(kb|mb|gb)$/, 'a number of bytes, or one with kb, mb or gb').transform(bytesOf)]);

function bytesOf(size: string): number {
  const power = ['kb', 'mb', 'gb'].indexOf(size.slice(-2)) + 1;
  return Number(size.slice(0, -2)) * 1024 ** power;
}

/** An HTTP status code. */
export const statusCode = z.int().min(100).max(599);

/** A range as npm writes it: `<4.20`, `^1 || ^2`, `*`. */
export const versionRange = z.string().refine((range) => validRange(range) !== null, 'a version range as npm writes it, such as "<4.20" or "^1 || ^2"');

/** Keys of a file: `services.*.image`, where `*` stands for one segment and `**` for any number. */
export const keyPattern = z.string().regex(/^\S+$/, 'a key such as services.*.image');
