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
    const end = this.begin(stage);
    const result = run((done, total) => this.onProgress({ stage, done, total }));
    end();
    return result;
  }

  /** The same for a stage that has to wait. */
  async timeAsync<Result>(stage: string, run: (tick: (done: number, total: number) => void) => Promise<Result>): Promise<Result> {
    const end = this.begin(stage);
    const result = await run((done, total) => this.onProgress({ stage, done, total }));
    end();
    return result;
  }

  private begin(stage: string): () => void {
    const begin = performance.now();
    this.onProgress({ stage, done: 0, total: null });
    return () => {
      this.timings[stage] = Math.round(performance.now() - begin);
    };
  }

  /** Milliseconds since the start. */
  elapsed(): number {
    return Date.now() - this.startedAt.getTime();
  }
}
