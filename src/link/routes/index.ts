/** The HTTP routes of the program. */
import type { Route } from '../../contracts/program.js';
import type { Linking } from '../linking.js';

export function routesOf(_link: Linking): readonly Route[] {
  return [];
}
