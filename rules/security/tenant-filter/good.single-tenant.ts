import { Pool } from 'pg';
import type { Request, Response } from 'express';

const pool = new Pool();

// A league's own site: a player belongs to a team, and everybody may read all of it.
export async function players(req: Request, res: Response) {
  await pool.query('INSERT INTO visits (team_id, page) VALUES ($1, $2)', [req.query.team, 'players']);
  res.json((await pool.query('SELECT * FROM players WHERE id = $1', [req.params.id])).rows);
}
