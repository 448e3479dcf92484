import express from 'express';
import type { Request, Response } from 'express';

const app = express();
app.get('/a', (req: Request, res: Response<{ id: string }>) => { res.json({ id: 'a' }); });
app.get('/b', (req: Request, res: Response<{ id: string }>) => { res.json({ id: 'b' }); });
app.get('/c', (req: Request, res: Response<{ id: string }>) => { res.json({ id: 'c' }); });
app.get('/d', (req, res) => { res.json({}); });
app.listen(3000);
