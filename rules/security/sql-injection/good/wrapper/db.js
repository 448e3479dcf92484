const { Pool } = require('pg');

const pool = new Pool();

/** `sql` makes a query of a template: the texts joined with $1, $2 …, and the parts as values. */
function sql(texts, ...values) {
  return { text: texts.reduce((all, text, index) => `${all}$${index}${text}`), values };
}

module.exports = { query: (query) => pool.query(query.text, query.values), sql };
