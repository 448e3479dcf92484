interface Options {
  url?: string;
  key?: string;
}

// Reported with low confidence: whoever calls it may give the value.
export function connect(options: Options) {
  // expect: env-scattered
  const url = options.url ?? process.env.SEARCH_URL;
  // expect: env-scattered
  return fetch(String(url), { headers: { authorization: String(options.key || process.env.SEARCH_KEY) } });
}
