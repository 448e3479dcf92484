var db = require('mysql2/promise').createPool({});

exports.createInvoice = async function (customer) {
  var result = await db.query('INSERT INTO invoices (customer_id) VALUES (?)', [customer]);
  return result[0].insertId;
};

exports.createInvoiceRow = async function (invoiceId, text) {
  await db.query('INSERT INTO invoice_rows (invoice_id, text) VALUES (?, ?)', [invoiceId, text]);
};
