// A name behind the host and the path of an address that nobody but a partner's own service gave.
import express from 'express';

const app = express();

async function addressOf(id: string): Promise<string> {
  const answer = await fetch(`https://media.example.com/address/${encodeURIComponent(id)}`);
  return ((await answer.json()) as { url: string }).url;
}

app.get('/videos/:id', async (req, res) => {
  const parsed = new URL(await addressOf(req.params.id));
  const folder = parsed.pathname.substring(0, parsed.pathname.lastIndexOf('/') + 1);
  const plain = `${parsed.origin}${folder}`;
  let base = plain;
  if (folder.endsWith('/hls/')) {
    base = `${parsed.origin}${folder.slice(0, -4)}`;
  }
  res.json(await load(base, String(req.query.name)));
});

async function load(base: string, name: string): Promise<number> {
  // ok: ssrf
  const answer = await fetch(`${base}${name}.mp4`);
  return answer.status;
}
