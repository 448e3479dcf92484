/** The middleware that is in force while the routes of an application are gone through, found by path. */
import { append } from '../../contracts/multimap.js';
import type { ChainLink } from '../../contracts/program.js';
import { withConditions } from './handlers.js';
import { type Conditions, furtherConditions } from './order.js';
import { type Matching, covers, plainStart } from './paths.js';

/** Of longer chains the innermost links are kept. */
const MAXIMUM_LINKS = 200;

export interface Layer {
  /** Full path at which it is attached. */
  pattern: string;
  matching: Matching;
  /** Null for something that could not be followed, so that what it would add is not known. */
  link: ChainLink | null;
  /** Branches that must be taken for it to be there. */
  conditions: Conditions;
  order: number;
}

export class Layers {
  private readonly byStart = new Map<string, Layer[]>();
  private readonly all: Layer[] = [];

  add(layer: Layer): void {
    this.all.push(layer);
    const key = plainStart(layer.pattern).join('/');
    append(this.byStart, key, layer);
  }

  get size(): number {
    return this.all.length;
  }

  /** Takes away what was added since there were `size`. */
  truncate(size: number): void {
    while (this.all.length > size) {
      const layer = this.all.pop()!;
      this.byStart.get(plainStart(layer.pattern).join('/'))?.pop();
    }
  }

  /**
   * Those that every request to the path passes, in order.
   * @param after only those added later than this
   */
  covering(path: string, conditions: Conditions, after = -1): { links: ChainLink[]; complete: boolean } {
    const found: { order: number; link: ChainLink }[] = [];
    let complete = true;
    const start = plainStart(path);
    for (let length = 0; length <= start.length; length += 1) {
      for (const layer of this.byStart.get(start.slice(0, length).join('/')) ?? []) {
        const covered = layer.order <= after ? 'no' : covers(layer.pattern, path, layer.matching);
        if (covered === 'no') continue;
        if (covered === 'yes' && layer.link !== null) found.push({ order: layer.order, link: withConditions(layer.link, furtherConditions(layer.conditions, conditions)) });
        else complete = false;
      }
    }
    // Beyond a part of the path that is not known anything may lie.
    if (path.includes('\u0000') && this.all.some((layer) => layer.order > after && covers(layer.pattern, path, layer.matching) === 'unknown')) complete = false;
    found.sort((a, b) => a.order - b.order);
    return { links: found.slice(-MAXIMUM_LINKS).map((each) => each.link), complete: complete && found.length <= MAXIMUM_LINKS };
  }
}
