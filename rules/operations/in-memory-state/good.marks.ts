import { betterAuth } from 'better-auth';
import express from 'express';

const app = express();
app.use(express.json());
// Taken out again when the request is over.
const inFlight = new Set<string>();
// What a library makes, once for each address.
const authentications = new Map<string, ReturnType<typeof betterAuth>>();

class Sandbox {
  private readonly values = new Map<string, string>();
  run(code: string): string {
    return this.values.get(code) ?? '';
  }
  dispose(): void {
    this.values.clear();
  }
}
// What has to be given up cannot leave the process.
const boxes = new Map<string, Sandbox>();
const mockLocks: Record<string, string> = {};

app.post('/run', (req, res) => {
  const { id, code } = req.body;
  if (!boxes.has(id)) boxes.set(id, new Sandbox());
  mockLocks[id] = code;
  res.json(boxes.get(id)!.run(code));
});
app.post('/consume', async (req, res) => {
  const { key } = req.body;
  if (inFlight.has(key)) return res.sendStatus(409);
  inFlight.add(key);
  try {
    await fetch('https://example.com', { signal: AbortSignal.timeout(1000) });
  } finally {
    inFlight.delete(key);
  }
  res.end();
});
app.post('/login', (req, res) => {
  const { origin } = req.body;
  if (!authentications.has(origin)) authentications.set(origin, betterAuth({ baseURL: origin }));
  res.json(authentications.get(origin)!.options);
});
app.listen(3000);
