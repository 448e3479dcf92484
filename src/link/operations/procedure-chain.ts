/**
 * What runs before a procedure that is put together step by step: `publicProcedure.use(isAuthed).input(Schema).query(…)`, where
 * `publicProcedure` may stand in another file and be made of others itself.
 */
import type { ChainLink, RoleSite } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { chainLink, handlerFunction, isUnknown } from '../routes/handlers.js';
import { directSources } from '../sources.js';
import { factOf, keyOf } from '../value-graph.js';

const MAXIMUM_STEPS = 60;

export interface ProcedureChain {
  links: readonly ChainLink[];
  /** False when something on the way could not be followed. */
  complete: boolean;
}

const EMPTY: ProcedureChain = { links: [], complete: true };
const OPEN: ProcedureChain = { links: [], complete: false };

export class ProcedureChains {
  private readonly shared = new Map<number, ProcedureChain>();

  constructor(private readonly link: Linking) {}

  /** What runs before the procedure that the call ends. */
  before(definition: FileValue): ProcedureChain {
    const receiver = receiverOf(definition);
    return receiver === null ? OPEN : this.at(receiver, 'route', 0);
  }

  private at(value: FileValue, level: ChainLink['level'], depth: number): ProcedureChain {
    if (depth > MAXIMUM_STEPS) return OPEN;
    const receiver = receiverOf(value);
    const site = this.link.rolesAt(value).find((each) => STEPS.has(each.role));
    if (receiver !== null && site !== undefined) return joined(this.at(receiver, level, depth + 1), this.stepOf(site, level, depth));
    const sources = directSources(this.link, value).filter((source) => keyOf(source) !== keyOf(value));
    if (sources.length === 1) return this.shareable(sources[0]!, depth);
    // What a library gives out to begin with: `t.procedure`, `createSafeActionClient()`.
    if (sources.length === 0 && (factOf(value).kind === 'member' || (receiver === null && this.link.apiPaths(value).length > 0))) return EMPTY;
    // `.meta(…)`, `.output(…)`: nothing runs before the handler for it.
    return sources.length === 0 && receiver !== null ? this.at(receiver, level, depth + 1) : OPEN;
  }

  /** What a variable or a function holds that many procedures begin with. */
  private shareable(value: FileValue, depth: number): ProcedureChain {
    const key = keyOf(value);
    let known = this.shared.get(key);
    if (known === undefined) {
      // A procedure that is made of itself has no beginning.
      this.shared.set(key, OPEN);
      this.shared.set(key, (known = this.at(value, 'router', depth + 1)));
    }
    return known;
  }

  private stepOf(site: RoleSite, level: ChainLink['level'], depth: number): ProcedureChain {
    if (site.role === 'schema.input') {
      const schema = this.link.argument(site, 'schema');
      return schema === null ? EMPTY : { links: [chainLink(this.link, 'schema', level, indexed(schema))], complete: true };
    }
    const given = this.link.argument(site, 'procedure');
    if (given !== null) return this.at(indexed(given), level, depth + 1);
    const handlers = this.link.argumentList(site, 'handlers').map(indexed);
    const links = handlers.flatMap((handler) => middlewareLinks(this.link, handler, level));
    return { links, complete: !links.some(isUnknown) };
  }
}

const STEPS: ReadonlySet<string> = new Set(['operation.middleware.use', 'schema.input', 'operation.compose']);
const MAXIMUM_PIPES = 8;

/** A middleware, or the several that are piped together: `isAuthed.unstable_pipe(isAdmin)`. */
export function middlewareLinks(link: Linking, value: FileValue, level: ChainLink['level'], depth = 0): ChainLink[] {
  const made = link.sourcesOf(value).map(indexed).find((source) => link.rolesAt(source).some((site) => site.role === 'operation.middleware.pipe'));
  const piped = made === undefined ? undefined : link.rolesAt(made).find((site) => site.role === 'operation.middleware.pipe');
  const receiver = made === undefined ? null : receiverOf(made);
  if (made !== undefined && piped !== undefined && receiver !== null && depth < MAXIMUM_PIPES) {
    return [receiver, ...link.argumentList(piped, 'handlers').map(indexed)].flatMap((each) => middlewareLinks(link, each, level, depth + 1));
  }
  const written = chainLink(link, 'middleware', level, value);
  if (written.entities.some((entity) => entity.kind === 'function')) return [written];
  const { handler } = handlerFunction(link, value);
  return [handler === null ? written : { ...written, entities: [...written.entities, { kind: 'function', ref: handler, receiver: null }] }];
}

function joined(before: ProcedureChain, then: ProcedureChain): ProcedureChain {
  return { links: [...before.links, ...then.links], complete: before.complete && then.complete };
}

/** What a method is called on. */
function receiverOf(value: FileValue): FileValue | null {
  const fact = factOf(value);
  const callee = fact.kind === 'call' ? factOf(sibling(value, fact.callee)) : null;
  return callee?.kind === 'member' ? sibling(value, callee.object) : null;
}
