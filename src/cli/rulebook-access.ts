/** The rules that a command about rules speaks of: ours and those of the configuration of the working directory. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rulebook } from '../contracts/rules.js';
import { loadConfiguration } from './configuration/load.js';

export async function configuredRulebook(config: string | undefined): Promise<Rulebook> {
  const { values, directory } = loadConfiguration(process.cwd(), config ?? null, process.cwd());
  const { ownRulesDirectory } = await import('../rulebook/index.js');
  const { loadCheckedRulebook } = await import('../audit/select-rules.js');
  const directories = (values.rules ?? []).map((path) => resolve(directory, path));
  return loadCheckedRulebook(fileURLToPath(ownRulesDirectory()), directories).rulebook;
}
