/** A small circuit breaker: closed, open after five failures, half-open after ten seconds. */
export function guarded(name, call) {
  let failures = 0;
  let openedAt = 0;
  return async (...args) => {
    if (failures >= 5 && Date.now() - openedAt < 10_000) throw Object.assign(new Error(`${name} circuit is open`), { statusCode: 503, code: 'unavailable' });
    try {
      const result = await call(...args);
      failures = 0;
      return result;
    } catch (err) {
      failures += 1;
      if (failures >= 5) openedAt = Date.now();
      throw err;
    }
  };
}
