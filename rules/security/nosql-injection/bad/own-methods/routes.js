const router = require('express').Router();
const Account = require('./account');

router.post('/reset', async (req, res) => {
  res.json(await Account.byToken(req.body.token));
});

router.post('/code', async (req, res) => {
  res.json([await Account.byCode(req.body.code), await Account.byName(String(req.body.email))]);
});

router.post('/forgot', async (req, res) => {
  res.json(await Account.byMail(String(req.body.email)));
});

module.exports = router;
