/**
 * `npm run bench -- <directory> [--runs 5]`: what an audit costs, against parsing alone, on the same files in one run.
 *
 * Nothing is fetched. Any checkout will do; the numbers in `results.md` are of the public trees named there. Measured, each as a
 * whole process, in wall and in processor time (which a shared machine disturbs less), and as often as `--runs` says: parsing alone (the yardstick), a cold audit, and an audit of the unchanged tree
 * right after it. There is no facts cache yet, so the third measures a warm disk and nothing more.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '..');
const { discover } = await import('../dist/discover/index.js');

const [directory, ...flags] = process.argv.slice(2);
if (directory === undefined) {
  console.error('usage: npm run bench -- <directory> [--runs 5]');
  process.exit(2);
}
const runs = Number(flags[flags.indexOf('--runs') + 1] ?? 5) || 5;
const scratch = mkdtempSync(join(tmpdir(), 'shipworthy-bench-'));
const list = join(scratch, 'files.txt');
const inventory = discover(resolve(directory), { maxFileSize: 2 * 1024 * 1024, include: [], exclude: [] });
const sources = inventory.files.filter((file) => file.class === 'source');
writeFileSync(list, sources.map((file) => join(inventory.root, file.path)).join('\n'));

/** Runs a command once; seconds of wall and of processor time (all threads, user and system), peak memory in MB as the operating system counts it, and what it printed. */
function once(args) {
  const started = performance.now();
  const { stdout, stderr, status } = spawnSync('/usr/bin/time', ['-f', '%M %U %S', process.execPath, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - started) / 1000;
  const [kilobytes, user, system] = stderr.trim().split('\n').pop().split(' ').map(Number);
  return { seconds, processor: user + system, megabytes: kilobytes / 1024, stdout, status };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const audit = [join(root, 'bin/shipworthy.js'), 'audit', directory, '--format', `json=${join(scratch, 'report.json')}`, '--quiet', '--fail-on', 'never'];
const subjects = [
  { name: 'parse only', args: [join(here, 'parse-only.mjs'), list] },
  { name: 'cold audit', args: audit },
  { name: 'audit again, nothing changed', args: audit },
];
const results = subjects.map((subject) => ({ ...subject, samples: [] }));
for (let run = 0; run < runs; run += 1) for (const result of results) result.samples.push(once(result.args));

const parsed = JSON.parse(results[0].samples[0].stdout);
const yardstick = median(results[0].samples.map((sample) => sample.seconds));
const processorYardstick = median(results[0].samples.map((sample) => sample.processor));
const rows = results.map(({ name, samples }) => {
  const seconds = samples.map((sample) => sample.seconds);
  const middle = median(seconds);
  const processor = median(samples.map((sample) => sample.processor));
  const memory = Math.round(median(samples.map((sample) => sample.megabytes)));
  return `| ${name} | ${middle.toFixed(2)} | ${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)} | ${(middle / yardstick).toFixed(2)} | ${processor.toFixed(2)} | ${(processor / processorYardstick).toFixed(2)} | ${memory} |`;
});
const text = [
  '# What an audit costs',
  '',
  `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${parsed.files} source files, ${parsed.lines.toLocaleString('en')} lines, ${(parsed.bytes / 1e6).toFixed(1)} MB (${basename(inventory.root)}).`,
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB. Whole processes, median of ${runs} runs.`,
  '',
  '| what | seconds | min–max | × parse only | processor seconds | × parse only | peak MB |',
  '|---|---|---|---|---|---|---|',
  ...rows,
  '',
].join('\n');
console.log(text);
writeFileSync(join(here, 'results.md'), text);
rmSync(scratch, { recursive: true, force: true });
