// Behind an address whose host need not have ended.
import express from 'express';

const app = express();

async function addressOf(id: string): Promise<string> {
  const answer = await fetch(`https://media.example.com/address/${encodeURIComponent(id)}`);
  return ((await answer.json()) as { url: string }).url;
}

app.get('/videos/:id', async (req, res) => {
  const parsed = new URL(await addressOf(req.params.id));
  let base = `${parsed.origin}${parsed.pathname}`;
  if (req.query.plain !== undefined) {
    base = parsed.origin;
  }
  res.json(await load(base, String(req.query.name)));
});

async function load(base: string, name: string): Promise<number> {
  // expect: ssrf
  const answer = await fetch(`${base}${name}.mp4`);
  return answer.status;
}
