/** Comparing role names. */

/** Is `role` one of the wanted ones, of which `x.*` stands for all roles that begin with `x.`? */
export function matchesRole(role: string, wanted: readonly string[]): boolean {
  return wanted.some((each) => (each.endsWith('.*') ? role.startsWith(each.slice(0, -1)) : each === role));
}
