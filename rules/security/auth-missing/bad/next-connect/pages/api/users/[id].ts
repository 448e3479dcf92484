import { api } from '../../../lib/connect';
import { pool } from '../../../lib/pool';
const router = api();
// expect: auth-missing
router.delete(async (req, res) => {
  await pool.query('DELETE FROM users WHERE id = $1', [req.query.id]);
  res.end();
});
export default router.handler({ onError: (error, req, res) => res.status(500).end() });
