/** What the parts of this folder hand to each other. */
import type { ChainLink, RoleSite, Route } from '../../contracts/program.js';
import type { FileValue } from '../linking.js';

/** The router at the top of a tree, by its key; or the schema of a package, which all of its resolvers are parts of. */
export type Root = number | string;

/** The schema of the package that the value stands in. */
export function schemaOf({ file }: FileValue): Root {
  return `schema ${file.package.directory}`;
}

/** An operation, before it is known by which HTTP routes requests for it come. */
export interface FoundOperation {
  framework: string;
  method: string;
  /** Its name; '' when it cannot be told. */
  path: string;
  value: FileValue;
  handler: Route['handler'];
  /** What runs before it, of its own and of what it was made from. */
  links: readonly ChainLink[];
  /** False when something among those could not be followed. */
  complete: boolean;
  /** Keys of the routers or resolver maps that it is part of, the outermost. */
  roots: readonly Root[];
  confidence: Route['confidence'];
}

/** A call that answers requests with operations: an adapter, a server. */
export interface Mount {
  site: RoleSite;
  /** The routers or resolver maps that it is given, as far as they can be told. */
  roots: readonly Root[];
  /** Makes the context of its operations. */
  context: readonly ChainLink[];
}
