// Runs commands as whole processes and says what they cost.
import { spawnSync } from 'node:child_process';

/**
 * Runs node once.
 * @returns wall and processor seconds (all threads, user and system), peak memory in MB as the operating system counts it, what it printed and its exit code
 */
export function once(args, cwd) {
  const started = performance.now();
  const { stdout, stderr, status } = spawnSync('/usr/bin/time', ['-f', '%M %U %S', process.execPath, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, cwd });
  const seconds = (performance.now() - started) / 1000;
  const [kilobytes, user, system] = stderr.trim().split('\n').pop().split(' ').map(Number);
  return { seconds, processor: user + system, megabytes: kilobytes / 1024, stdout, stderr, status };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Runs subjects in turn, so that what else the machine does falls on all of them alike.
 * @param subjects `{ name, args, cwd?, codes?, before? }`; `codes` are the exit codes that count as done, 0 if absent; `before` is called before each run, and not measured
 * @returns name → medians, with the extremes of the wall time
 */
export function compare(subjects, runs) {
  const samples = new Map(subjects.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const { name, args, cwd, codes = [0], before } of subjects) {
      before?.();
      const sample = once(args, cwd);
      if (!codes.includes(sample.status)) throw new Error(`${name} ended with ${sample.status}: ${sample.stderr.slice(0, 2000)}`);
      samples.get(name).push(sample);
    }
  }
  return new Map([...samples].map(([name, taken]) => [name, summary(taken)]));
}

function summary(samples) {
  const seconds = samples.map((sample) => sample.seconds);
  return {
    seconds: median(seconds),
    least: Math.min(...seconds),
    most: Math.max(...seconds),
    processor: median(samples.map((sample) => sample.processor)),
    megabytes: Math.round(median(samples.map((sample) => sample.megabytes))),
    stdout: samples[0].stdout,
  };
}

/** Columns: wall time, its extremes, both times against a yardstick, memory. */
export function rowsOf(measured, yardstick) {
  return [...measured].map(([name, { seconds, least, most, processor, megabytes }]) =>
    [name, seconds.toFixed(2), `${least.toFixed(2)}–${most.toFixed(2)}`, (seconds / yardstick.seconds).toFixed(2), processor.toFixed(2), (processor / yardstick.processor).toFixed(2), megabytes],
  );
}

export function table(heads, rows) {
  return [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
}
