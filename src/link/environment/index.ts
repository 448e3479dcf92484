/** The environment variables that the program reads. */
import type { EnvironmentIndex } from '../../contracts/program.js';
import type { Linking } from '../linking.js';

export function environmentOf(_link: Linking): EnvironmentIndex {
  return { reads: [] };
}
