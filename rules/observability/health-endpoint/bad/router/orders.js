const router = require('express').Router();
router.get('/:id/live', (req, res) => res.json({}));
module.exports = router;
