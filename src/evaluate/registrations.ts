/** What stands on an application of a framework: its routes, its middleware, what is mounted on it. */
import type { Program, RoleSite, ValueRef } from '../contracts/program.js';
import { keyOf } from './file-uses.js';

const REGISTERING = ['http.route', 'http.middleware.use', 'http.mount', 'http.plugin.register'];

/** Is it registered on this application, as far as the application is seen to be made? */
export function isRegisteredOn({ created }: RoleSite, app: ValueRef): boolean {
  return created !== null && keyOf(created) === keyOf(app);
}

/** All that is registered on the application, by the kind of registration and in file order. */
export function registrationsOn(app: ValueRef, program: Program): RoleSite[] {
  return REGISTERING.flatMap((role) => program.sitesOf(role)).filter((site) => isRegisteredOn(site, app));
}
