/** Places in the tree of routers of an application whose layers run in order. */
import type { ChainLink, Route, RoleSite } from '../../contracts/program.js';
import type { FileValue } from '../linking.js';
import type { Context } from './context.js';
import type { Conditions } from './order.js';
import type { ParameterLoader } from './parameters.js';
import type { Matching } from './paths.js';

/** A route of which the error handlers and late middleware are not known yet. */
export interface Pending {
  route: Route & { late: readonly ChainLink[] };
  path: string;
  conditions: Conditions;
  order: number;
}

/** What holds at a place in the tree of routers. */
export interface Around {
  level: ChainLink['level'];
  /** False inside something that could not be followed. */
  complete: boolean;
  /** Branches that must be taken to get there. */
  conditions: Conditions;
  /** Run for routes that have the parameter. */
  parameters: readonly ParameterLoader[];
}

/** One thing that is handed to `use`, and where. */
export interface Used {
  item: FileValue;
  at: string;
  matching: Matching;
  context: Context;
  site: RoleSite;
}
