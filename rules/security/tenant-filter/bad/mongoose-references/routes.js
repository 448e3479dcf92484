var express = require('express');
var models = require('./models');

var router = express.Router();

router.get('/invoices', function (req, res, next) {
  models.Invoice.find({ organization: req.user.organization }, function (err, invoices) {
    if (err) return next(err);
    res.json(invoices);
  });
});

router.get('/invoices/:id', function (req, res, next) {
  // expect: tenant-filter
  models.Invoice.findById(req.params.id, function (err, invoice) {
    if (err) return next(err);
    res.json(invoice);
  });
});

router.delete('/invoices/:id', async function (req, res) {
  // expect: tenant-filter
  await models.Invoice.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});

module.exports = router;
