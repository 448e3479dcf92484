/**
 * `npm run bench -- <directory> [--runs 5] [--parts audit,eslint,start,growth]`: what an audit costs, on the same files in one run, against
 * parsing alone, ESLint with eslint-plugin-security, and starting node.
 *
 * Nothing is fetched. Any checkout will do; the numbers in `results.md` are of the public trees named there. Each is measured as a
 * whole process, in wall and in processor time (which a shared machine disturbs less). Each audit says whether it reads or writes the
 * facts cache, and none uses that of the user. The tree is not touched: an audit after a change is one whose cache lacks a file. ESLint is measured where it is installed: `npm ci --prefix bench`.
 * The tables replace those in `results.md`; what stands around them stays.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, once, rowsOf, table } from './measure.mjs';
import { copyLines, packageOfSize } from './trees.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '..');
const BIN = join(root, 'bin/shipworthy.js');
const GROWTH = [10_000, 100_000, 1_000_000];
const PARTS = ['audit', 'eslint', 'start', 'growth'];
const COLUMNS = ['seconds', 'min–max', '× parse only', 'processor seconds', '× parse only', 'peak MB'];
const { discover } = await import('../dist/discover/index.js');

const [directory, ...flags] = process.argv.slice(2);
if (directory === undefined || directory.startsWith('-')) {
  console.error('usage: npm run bench -- <directory> [--runs 5] [--parts audit,eslint,start,growth]');
  process.exit(2);
}
const option = (name) => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined);
const runs = Number(option('--runs') ?? 5);
const parts = new Set((option('--parts') ?? PARTS.join()).split(','));
const scratch = mkdtempSync(join(tmpdir(), 'shipworthy-bench-'));
const list = join(scratch, 'files.txt');
const inventory = discover(resolve(directory), { maxFileSize: 2 * 1024 * 1024, include: [], exclude: [] });
const sources = inventory.files.filter((file) => file.class === 'source');
writeFileSync(list, sources.map((file) => join(inventory.root, file.path)).join('\n'));

const audit = (target, ...cache) => [BIN, 'audit', target, ...(cache.length > 0 ? cache : ['--no-cache']), '--format', `json=${join(scratch, 'report.json')}`, '--quiet', '--fail-on', 'never'];
const parse = { name: 'parse only', args: [join(here, 'parse-only.mjs'), list] };

function measureAudit() {
  const [empty, full, lacking] = ['empty', 'full', 'lacking'].map((name) => join(scratch, `cache-${name}`));
  const changed = sources[Math.floor(sources.length / 2)];
  const without = join(scratch, 'without-one.json');
  writeFileSync(without, JSON.stringify({ exclude: [`/${changed.path}`] }));
  once(audit(directory, '--cache-dir', full));
  once([...audit(directory, '--cache-dir', lacking), '--config', without]);
  const filled = `${lacking}-before`;
  cpSync(lacking, filled, { recursive: true });
  const renewed = (folder, content) => () => {
    rmSync(folder, { recursive: true, force: true });
    if (content !== null) cpSync(content, folder, { recursive: true });
  };
  const subjects = [
    parse,
    { name: 'cold audit, `--no-cache`', args: audit(directory) },
    { name: 'cold audit, which fills an empty cache', args: audit(directory, '--cache-dir', empty), before: renewed(empty, null) },
    { name: 'audit again, nothing changed', args: audit(directory, '--cache-dir', full) },
    { name: 'audit again, one file changed', args: audit(directory, '--cache-dir', lacking), before: renewed(lacking, filled) },
  ];
  const measured = compare(subjects, runs);
  return { text: table(['what', ...COLUMNS], rowsOf(measured, measured.get('parse only'))), measured };
}

function measureEslint(yardsticks) {
  const manifest = join(here, 'node_modules/eslint/package.json');
  if (!existsSync(manifest)) return { text: 'ESLint is not installed (`npm ci --prefix bench`), so it was not measured.', measured: new Map() };
  const version = (name) => JSON.parse(readFileSync(join(here, 'node_modules', name, 'package.json'), 'utf8')).version;
  // Its cache has to be filled once, which is no run of either row.
  const script = ['--max-old-space-size=8192', join(here, 'eslint.mjs'), inventory.root, list];
  const cache = join(scratch, 'eslint-cache.json');
  const subjects = [{ name: 'ESLint + security, cold', args: script }, { name: 'ESLint + security, `--cache` warm', args: [...script, cache] }];
  compare([subjects[1]], 1);
  const measured = compare(subjects, runs);
  const { files, findings, unparsed } = JSON.parse(measured.get(subjects[0].name).stdout);
  const said = `ESLint ${version('eslint')} with eslint-plugin-security ${version('eslint-plugin-security')} and @typescript-eslint/parser ${version('@typescript-eslint/parser')}, in one thread: ${files} files, ${findings} findings, ${unparsed} files that it could not parse.`;
  return { text: [table(['what', ...COLUMNS], rowsOf(measured, yardsticks.get('parse only'))), '', said].join('\n'), measured };
}

function measureStart() {
  const service = packageOfSize(inventory, sources, 200);
  const subjects = [
    { name: '`node -e 0`', args: ['-e', '0'] },
    { name: '`shipworthy --version`', args: [BIN, '--version'] },
    { name: '`shipworthy --help`', args: [BIN, '--help'] },
    { name: "`node -e \"require('typescript')\"`", args: ['-e', "require('typescript')"], cwd: root },
    { name: `audit of ${service.directory === '' ? 'the tree' : service.directory}, ${service.files} source files`, args: audit(join(inventory.root, service.directory)) },
  ];
  const measured = compare(subjects, Math.max(runs, 7));
  const [node, , , typescript] = subjects.map(({ name }) => measured.get(name));
  const rows = subjects.map(({ name }) => {
    const { seconds, processor, megabytes } = measured.get(name);
    return [name, seconds.toFixed(3), (seconds / node.seconds).toFixed(2), (seconds / typescript.seconds).toFixed(2), processor.toFixed(3), megabytes];
  });
  return { text: table(['what', 'seconds', '× node', '× typescript', 'processor seconds', 'peak MB'], rows), measured };
}

function measureGrowth() {
  const rows = GROWTH.map((wanted) => {
    const target = join(scratch, `lines-${wanted}`);
    const copied = copyLines(inventory, sources, wanted, target);
    if (copied === null) return [wanted.toLocaleString('en'), 'the tree is smaller', '', '', '', ''];
    execFileSync('git', ['init', '-q', target]);
    const measured = compare([{ name: 'audit', args: audit(target) }], Math.min(runs, 3)).get('audit');
    rmSync(target, { recursive: true, force: true });
    return [copied.lines.toLocaleString('en'), copied.files, measured.seconds.toFixed(2), measured.processor.toFixed(2), ((measured.processor / copied.lines) * 1e6).toFixed(1), measured.megabytes];
  });
  return { text: table(['lines', 'files', 'seconds', 'processor seconds', 'processor µs a line', 'peak MB'], rows) };
}

const sections = [];
// The other tables are read against parsing, so it is measured with each of them.
const audited = parts.has('audit') ? measureAudit() : { text: '', measured: parts.has('eslint') ? compare([parse], runs) : new Map() };
if (parts.has('audit')) sections.push('## An audit', audited.text);
if (parts.has('eslint')) sections.push('## ESLint on the same files', measureEslint(audited.measured).text);
if (parts.has('start')) sections.push('## Start-up', measureStart().text);
if (parts.has('growth')) sections.push('## Growth', 'The first source files of the tree, in path order, with all manifests.', measureGrowth().text);

const parsed = audited.measured.has('parse only') ? JSON.parse(audited.measured.get('parse only').stdout) : null;
const size = parsed === null ? `${sources.length} source files` : `${parsed.files} source files, ${parsed.lines.toLocaleString('en')} lines, ${(parsed.bytes / 1e6).toFixed(1)} MB`;
const head = `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${size} (${basename(inventory.root)}), shipworthy ${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version} at ${commit()}.\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB. Whole processes, median of ${runs} runs.`;
write([head, ...sections].join('\n\n'));
rmSync(scratch, { recursive: true, force: true });

function commit() {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
}

/** Between the marks; findings around them are written by people. */
function write(text) {
  console.log(text);
  const file = join(here, 'results.md');
  const [begin, end] = ['<!-- bench -->', '<!-- /bench -->'];
  const old = readFileSync(file, 'utf8');
  const [before, rest] = [old.slice(0, old.indexOf(begin)), old.slice(old.indexOf(end) + end.length)];
  if (!old.includes(begin) || !old.includes(end)) throw new Error(`${file} has lost its marks ${begin} and ${end}`);
  writeFileSync(file, `${before}${begin}\n${text}\n${end}${rest}`);
}
