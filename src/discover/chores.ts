/** Files that only `npm run release` and its kind start: whoever works on the project waits for them, no server runs them. */
import { SOURCE_TREE } from './classify/names.js';
import { isRecord } from './manifest.js';
import type { Manifest } from './manifest.js';

/** What people do with a project by hand or in a pipeline. A script of any other name may start what is deployed. */
const CHORE =
  /^(?:pre|post)?(?:release|build|bundle|compile|test|lint|format|check|gen|generate|codegen|seed|setup|prepare|install|upload|download|fetch|update|scrape|publish|mark|reset|remove|delete|create|add|clean|clear|copy|fix|bump|version|translate|i18n|docs?|db|e2e|cy|bench)(?:[-:_.]|$)/i;
const STARTS = /(?:^|[\s&|;"'])(?:node|tsx|ts-node|babel-node|vite-node|bun(?: run)?)\s+(?:-{1,2}[\w-]+(?:[= ](?!\S*\.[cm]?[jt]s)\S+)?\s+)*(?:\.\/)?([\w./-]+\.[cm]?[jt]sx?)/g;

/** Paths of such files outside the sources, from the root; those that another script starts, too, are left out. */
export function choresOf(manifests: Iterable<Manifest>): Set<string> {
  const chores = new Set<string>();
  const started = new Set<string>();
  for (const { directory, fields } of manifests) {
    const scripts = isRecord(fields['scripts']) ? Object.entries(fields['scripts']) : [];
    if (typeof fields['main'] === 'string') started.add(join(directory, fields['main'].replace(/^\.\//, '')));
    for (const [name, command] of scripts) {
      for (const [, file = ''] of String(command).matchAll(STARTS)) {
        const isOutside = !SOURCE_TREE.test(file.split('/')[0] ?? '') && !file.startsWith('..');
        (CHORE.test(name) && isOutside ? chores : started).add(join(directory, file));
      }
    }
  }
  for (const path of started) chores.delete(path);
  return chores;
}

function join(directory: string, file: string): string {
  return directory === '' ? file : `${directory}/${file}`;
}
