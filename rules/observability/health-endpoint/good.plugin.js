// A router that others mount opens no port.
const router = require('express').Router();
router.get('/users', (req, res) => res.json([]));
module.exports = router;
