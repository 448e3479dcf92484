// Three variables, but the module does the work itself.
export function client() {
  // expect: env-scattered
  const bucket = process.env.STORAGE_BUCKET;
  // expect: env-scattered
  const key = process.env.STORAGE_ACCESS_KEY_ID;
  // expect: env-scattered
  const secret = process.env.STORAGE_SECRET_ACCESS_KEY;
  const requests: string[] = [];
  return {
    send(name: string) {
      requests.push(`${bucket}/${name}?${key}:${secret}`);
      return requests.length;
    },
  };
}
