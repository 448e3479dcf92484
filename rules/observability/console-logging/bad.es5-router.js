var router = require('express').Router();
router.post('/login', function (req, res) {
  load(req.body.name, function (err) {
    // expect: console-logging
    if (err) console.error(err);
    res.end();
  });
});
module.exports = router;
