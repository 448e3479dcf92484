var store = require('./store');

exports.invoice = async function (req, res) {
  // expect: transaction-missing P1
  var id = await store.createInvoice(req.body.customer);
  await store.createInvoiceRow(id, req.body.text);
  res.json({ id: id });
};
