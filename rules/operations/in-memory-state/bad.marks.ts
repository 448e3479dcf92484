import express from 'express';

const app = express();
app.use(express.json());
// expect: in-memory-state
const revoked = new Set<string>();
// expect: in-memory-state
const carts = new Map<string, { items: string[] }>();

app.post('/revoke', (req, res) => {
  revoked.add(req.body.token);
  revoked.delete(req.body.old);
  res.end();
});
app.post('/carts', (req, res) => {
  const { id, item } = req.body;
  if (!carts.has(id)) carts.set(id, { items: [item] });
  res.json(carts.get(id));
});
app.listen(3000);
