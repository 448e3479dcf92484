/** Controls that a team names itself in the configuration, where no model and no recognition by behaviour finds them. */

/** Name in the configuration → the role that the named function, class or value then plays. */
export const CONTROLS = {
  'rate-limit': 'rate.limiter',
  authentication: 'auth.guard',
  authorization: 'authz.guard',
  'input-validation': 'input.validator',
  csrf: 'csrf.guard',
  'webhook-signature': 'webhook.verifier',
} as const;

export type ControlName = keyof typeof CONTROLS;
export const CONTROL_NAMES = Object.keys(CONTROLS) as ControlName[];

/** One thing of the project that is named as a control. */
export interface NamedControl {
  control: ControlName;
  /** As written: `src/limit.ts#apiLimiter`, `src/guards.ts#Guards.admin`; without `#` the default export. */
  reference: string;
}

/** The parts of a reference: the file, and the names that lead to the thing (none for the default export). */
export function partsOfReference(reference: string): { file: string; names: string[] } {
  const [file = '', name = ''] = reference.split('#', 2);
  return { file: file.replace(/^\.\//, ''), names: name === '' ? [] : name.split('.') };
}
