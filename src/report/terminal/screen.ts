/** What every part of the terminal report writes on: how wide it is, and in which colours. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Priority } from '../../contracts/rules.js';
import type { RenderOptions } from '../options.js';

const DEFAULT_WIDTH = 80;
const NARROWEST = 60;
/** Longer lines are harder to read than to wrap. */
const WIDEST = 100;

export interface Screen {
  /** Columns that may be used. */
  width: number;
  verbose: boolean;
  paint: ChalkInstance;
  /** Colour of a priority. */
  priority: Record<Priority, ChalkInstance>;
}

export function screenFor(options: RenderOptions): Screen {
  const paint = new Chalk({ level: options.colorLevel ?? 0 });
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, options.width ?? DEFAULT_WIDTH)),
    verbose: options.verbose ?? false,
    paint,
    priority: { P0: paint.red, P1: paint.yellow, P2: paint.blueBright, P3: paint.gray },
  };
}
