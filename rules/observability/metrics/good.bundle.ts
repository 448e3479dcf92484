import express from 'express';
import promBundle from 'express-prom-bundle';

const app = express();
app.use(promBundle({ includeMethod: true }));
app.post('/orders', (req, res) => res.json(req.body));
app.listen(3000);
