const db = require('helpers/db');

exports.register = async (params) => {
  // ok: nosql-injection
  if (await db.Account.findOne({ email: params.email })) throw new Error('taken');
};

// ok: nosql-injection
exports.authenticate = async ({ email }) => db.Account.findOne({ email });

exports.tokens = async (id) => {
  const account = await db.Account.findById(id);
  // ok: nosql-injection
  return db.RefreshToken.find({ account: account.id });
};

exports.update = async (id, params) => {
  const account = await db.Account.findById(id);
  Object.assign(account, params);
  await account.save();
};
