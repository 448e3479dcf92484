const { Router } = require('express');
const jwt = require('jsonwebtoken');

const router = Router();

// A page that explains a token to who pastes one.
router.post('/token-debug', (req, res) => {
  // expect: jwt-unverified P1
  const claims = jwt.decode(req.body.token);
  if (!claims?.sub) return res.json({ problem: 'there is no subject' });
  return res.json({ claims });
});

module.exports = { router };
