/** The formats, each loaded only when it is asked for. */
import type { AuditReport } from '../contracts/audit.js';
import type { PlaceExplanation } from '../contracts/explanation.js';
import type { Render, RenderOptions } from './options.js';

export type { Render, RenderOptions } from './options.js';

/** Name, as `--format` takes it, → loader. */
export const FORMATS: ReadonlyMap<string, () => Promise<Render>> = new Map([
  ['terminal', async () => (await import('./terminal/index.js')).renderTerminal],
  ['json', async () => (await import('./json.js')).renderJson],
  ['markdown', async () => (await import('./markdown/index.js')).renderMarkdown],
  ['sarif', async () => (await import('./sarif/index.js')).renderSarif],
]);

/** Renders in the format named. Throws a RangeError when there is none of that name. */
export async function render(format: string, report: AuditReport, options: RenderOptions = {}): Promise<string> {
  const load = FORMATS.get(format);
  if (load === undefined) throw new RangeError(`there is no format "${format}"; there are ${[...FORMATS.keys()].join(', ')}`);
  return (await load())(report, options);
}

/** Why a place is reported or not, for a terminal. */
export async function renderWhy(explanation: PlaceExplanation, options: RenderOptions = {}): Promise<string> {
  return (await import('./terminal/explanation.js')).renderExplanation(explanation, options);
}
