import type { Request, Response } from 'express';
import { errorMessage } from './errors';
import { load } from './store';

export async function list(_req: Request, res: Response) {
  try {
    res.json(await load());
  } catch (error) {
    res.status(500).json({ error: errorMessage(error) });
  }
}
