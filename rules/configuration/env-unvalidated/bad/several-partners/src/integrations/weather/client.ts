// It stands among the partners, in a place that has its name; whose address it is, nothing says.
export function forecast() {
  // expect: env-unvalidated P2
  return fetch('/forecast', { headers: { authorization: `Bearer ${process.env.WEATHER_API_KEY}` } });
}

// expect: env-unvalidated P1
export const tiles = () => fetch(`${process.env.WEATHER_TILES_URL}/1`);
