const express = require('express');
const app = express();
const body = { message: 'no such order' };
app.get('/orders', (req, res) => res.status(404).json(body));
app.get('/orders/:id', (req, res) => res.status(400).json({ message: 'bad id', field: 'id', errors: [] }));
app.delete('/orders/:id', (req, res) => res.status(403).json({ success: false, error: true, message: 'not yours' }));
app.post('/token', (req, res) => res.status(400).json({ error: 'invalid_grant', error_description: 'expired' }));
app.post('/webhook', (req, res) => res.status(400).send('Webhook Error: no signature'));
app.get('/health', (req, res) => res.status(503).json({ status: 'down' }));
app.get('/old', (req, res) => res.status(404).end());
app.put('/orders/:id', (req, res) => {
  if (req.query.x) return res.status(400).json({ message: 'x' });
  res.json({ error: null, data: {} });
});
app.listen(3000);
app.use((req, res) => { res.status(404).render('missing', { title: 'Not found' }); });
