/** How long each stage takes, and where the run is now. */

export interface Progress {
  /** What is being done: `reading`, `linking` … */
  stage: string;
  done: number;
  /** null when it cannot be counted. */
  total: number | null;
}

export class Stopwatch {
  readonly startedAt = new Date();
  /** Stage → milliseconds, rounded. */
  readonly timings: Record<string, number> = {};

  constructor(private readonly onProgress: (progress: Progress) => void) {}

  time<Result>(stage: string, run: (tick: (done: number, total: number) => void) => Result): Result {
    const begin = performance.now();
    this.onProgress({ stage, done: 0, total: null });
    const result = run((done, total) => this.onProgress({ stage, done, total }));
    this.timings[stage] = Math.round(performance.now() - begin);
    return result;
  }

  /** Milliseconds since the start. */
  elapsed(): number {
    return Date.now() - this.startedAt.getTime();
  }
}
