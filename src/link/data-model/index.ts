/** The queries of the program on its data model, and whether the model keeps tenants apart. */
import type { DataQuery, Tenancy } from '../../contracts/program.js';
import type { Linking } from '../linking.js';

export function queriesOf(_link: Linking): readonly DataQuery[] {
  return [];
}

export function tenancyOf(_link: Linking): Tenancy {
  return { multiTenant: false, keys: [], reason: 'no tenant key was found', evidence: [] };
}
