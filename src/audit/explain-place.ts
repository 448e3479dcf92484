/** `shipworthy why`: the audit up to its judgement, and then what was judged at one place and why. */
import { fileURLToPath } from 'node:url';
import { analyseFiles } from './analyse-files.js';
import { readDocuments } from './read-documents.js';
import { checkControls } from './check-controls.js';
import type { FactsCache } from '../cache/index.js';
import type { ReadingOptions } from './reading-options.js';
import { loadCheckedRulebook, selectRules } from './select-rules.js';
import { lineWithoutSecrets } from '../contracts/secret-formats.js';
import type { PlaceExplanation } from '../contracts/explanation.js';
import { UserError } from '../contracts/errors.js';
import type { SuppressionFact } from '../contracts/facts.js';
import type { Inventory } from '../contracts/inventory.js';
import { DEFAULT_MAX_FILE_SIZE, discover, readFile } from '../discover/index.js';
import { explainWith, usesAt } from '../evaluate/index.js';
import { decodeSource } from '../extract/index.js';
import { linkWith } from '../link/index.js';
import { nearestWord, ownRulesDirectory } from '../rulebook/index.js';

/**
 * @param directory root of the project
 * @param path root-relative POSIX path of a file in it
 * @param line 1-based
 * @param cache what earlier audits extracted
 * @throws UserError when the file or the line is not there, or an option is not in order
 */
export async function explainPlace(directory: string, path: string, line: number, options: ReadingOptions, cache: FactsCache | null = null): Promise<PlaceExplanation> {
  const { rulebook } = await loadCheckedRulebook(fileURLToPath(ownRulesDirectory()), options.rules);
  const rules = selectRules(rulebook.rules, options.only, options.skip);
  const maxFileSize = options.maxFileSize ?? DEFAULT_MAX_FILE_SIZE;
  const inventory = discover(directory, { maxFileSize, include: options.include, exclude: options.exclude });
  const text = lineText(inventory, path, line, maxFileSize);
  const entry = inventory.files.find((file) => file.path === path);
  const place = { path, line, text, fileClass: entry?.class ?? null };
  const silent = { uses: [], sites: [], suppressions: [] };
  if (entry?.class !== 'source') return { ...place, ...silent, notAudited: reasonLeftOut(entry?.class ?? null) };

  const analysed = await analyseFiles(inventory, maxFileSize, () => undefined, { packed: null, cache });
  const program = linkWith(rulebook.models, options.controls)(analysed.facts, inventory, analysed.schemas, readDocuments(inventory, rulebook.rules, maxFileSize));
  checkControls(program);
  if (program.frontEnd.has(path)) return { ...place, ...silent, notAudited: 'the file is front-end code, which only browsers run; code of servers is judged, and here only secrets are looked for' };
  const file = program.files.get(path);
  if (file === undefined) return { ...place, ...silent, notAudited: 'the file could not be parsed' };
  return {
    ...place,
    notAudited: '',
    uses: usesAt(program, file, line),
    sites: explainWith({ rules, models: rulebook.models })(program, file, line),
    suppressions: suppressionsFor(file.facts.suppressions, line),
  };
}

/** The comments right above the line; several may be stacked. */
function suppressionsFor(facts: readonly SuppressionFact[], line: number): PlaceExplanation['suppressions'] {
  const found: PlaceExplanation['suppressions'] = [];
  for (let above = line - 1; ; above -= 1) {
    const fact = facts.find((each) => each.line === above);
    if (fact === undefined) return found;
    found.push({ ids: fact.ids, reason: fact.reason });
  }
}

function reasonLeftOut(fileClass: string | null): string {
  return fileClass === null
    ? 'the file is left out of the audit: git ignores it, the configuration excludes it, or it is too large'
    : `the file counts as ${fileClass}; only production source is judged`;
}

function lineText(inventory: Inventory, path: string, line: number, maxFileSize: number): string {
  const read = readFile(inventory.root, path, maxFileSize);
  if (!('bytes' in read)) {
    const nearest = nearestWord(path, inventory.files.map((file) => file.path));
    throw new UserError('no-such-file', `there is no readable file ${path} in ${inventory.root}`, { hint: nearest === null ? 'give the path relative to the root of the project' : `did you mean "${nearest}"?` });
  }
  const decoded = decodeSource(read.bytes);
  const lines = 'text' in decoded ? decoded.text.split(/\r\n|\r|\n/) : [];
  if (line > lines.length) throw new UserError('no-such-line', `${path} has ${lines.length} lines`, { hint: `line ${line} was asked for` });
  return lineWithoutSecrets(lines[line - 1] ?? '', []);
}
