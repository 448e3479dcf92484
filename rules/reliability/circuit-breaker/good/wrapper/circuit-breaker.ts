/** Opens after five failures in a row and tries again after half a minute. */
export class CircuitBreaker {
  private failures = 0;
  private openUntil = 0;

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (Date.now() < this.openUntil) throw new Error('the partner is down');
    try {
      const result = await work();
      this.failures = 0;
      return result;
    } catch (error) {
      this.failures += 1;
      if (this.failures >= 5) this.openUntil = Date.now() + 30_000;
      throw error;
    }
  }
}
