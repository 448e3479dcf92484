import { api, useAuth } from '../../lib/connect';
import { pool } from '../../lib/pool';
// The guard stands before what is registered after it.
export default api()
  .use(useAuth)
  .get(async (req, res) => res.json(await pool.query('SELECT * FROM notes WHERE owner = $1', [req.session.user.id])))
  .post(async (req, res) => res.json(await pool.query('INSERT INTO notes (owner, text) VALUES ($1, $2)', [req.session.user.id, req.body.text])))
  .handler();
