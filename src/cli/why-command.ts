/** `shipworthy why <file:line>`: what the audit saw there, and what each check concluded. Exits with 0 whatever that was. */
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UserError } from '../contracts/errors.js';
import { renderWhy } from '../report/index.js';
import { colourLevel } from './colour.js';
import { loadConfiguration, namedControls } from './configuration/load.js';
import { factsCache } from './facts-cache.js';
import type { WhyFlags } from './program.js';
import { writeReport } from './streams.js';

/** A path may hold colons; the line is the first number of the last one or two. */
const PLACE = /^(.+?):(\d+)(?::\d+)?$/;

export async function runWhy(place: string, flags: WhyFlags): Promise<void> {
  const match = PLACE.exec(place);
  const line = Number(match?.[2]);
  if (match === null || line < 1) throw new UserError('no-place', `"${place}" is no place`, { hint: 'give a file and a line, e.g. src/orders.ts:42' });
  const { values, directory } = await loadConfiguration(flags.root, flags.config ?? null, process.cwd());
  const cache = factsCache(flags.root, flags);
  const { explainPlace } = await import('../audit/explain-place.js');
  const explanation = await explainPlace(flags.root, pathInside(flags.root, match[1]!), line, {
    only: flags.only,
    skip: [],
    include: values.include ?? [],
    exclude: values.exclude ?? [],
    rules: (values.rules ?? []).map((path) => resolve(directory, path)),
    controls: namedControls(values),
    maxFileSize: values.maxFileSize ?? null,
  }, cache);
  const level = colourLevel(flags.color, process.env, process.stdout.isTTY);
  await writeReport(flags.json ? `${JSON.stringify(explanation, null, 2)}\n` : await renderWhy(explanation, { colorLevel: level, width: process.stdout.columns }));
  cache?.save();
}

/** Root-relative POSIX path of a file named from the working directory or from the root; what lies outside the root is not meant. */
function pathInside(root: string, path: string): string {
  const top = resolve(root);
  const fromRoot = resolve(top, path);
  const target = [resolve(path), fromRoot].find((each) => each.startsWith(`${top}${sep}`) && existsSync(each)) ?? fromRoot;
  return relative(top, target).split(sep).join('/');
}
