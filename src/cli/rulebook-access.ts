/** The rules that a command about rules speaks of: ours and those of the configuration of the working directory. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rulebook } from '../contracts/rules.js';
import { loadConfiguration } from './configuration/load.js';

export interface ConfiguredRules {
  rulebook: Rulebook;
  /** Absolute directory of the rules that come with the package. */
  own: string;
  /** Absolute directories of the configuration. */
  directories: string[];
}

/** @param further absolute directories besides those of the configuration */
export async function configuredRules(config: string | undefined, further: readonly string[]): Promise<ConfiguredRules> {
  const { values, directory } = await loadConfiguration(process.cwd(), config ?? null, process.cwd());
  const directories = (values.rules ?? []).map((path) => resolve(directory, path));
  const { ownRulesDirectory } = await import('../rulebook/index.js');
  const { loadCheckedRulebook } = await import('../audit/select-rules.js');
  const own = fileURLToPath(ownRulesDirectory());
  // A directory inside ours is loaded with it.
  const others = [...new Set([...directories, ...further])].filter((path) => !`${path}/`.startsWith(own));
  return { rulebook: (await loadCheckedRulebook(own, others)).rulebook, own, directories };
}
