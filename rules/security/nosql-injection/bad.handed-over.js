// The database is handed over by another file: nothing tells what it is but its methods.
module.exports = (app, db) => {
  app.post('/login', (req, res) => {
    const query = { username: req.body.username, password: req.body.password };
    // expect: nosql-injection P0
    db.collection('users').findOne(query, (err, user) => res.json(user));
  });
  app.post('/count', async (req, res) => {
    // expect: nosql-injection P0
    await db.collection('items').updateOne({ _id: req.body.id }, { $set: { a: 1 } });
    // expect: nosql-injection P0
    await db.collection('items').find({ $where: `this.year == ${req.query.year}` }).toArray();
    // ok: nosql-injection
    await db.collection('items').findOne({ name: String(req.body.name) });
    res.end();
  });
};
