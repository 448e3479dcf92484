const express = require('express');
const mongoose = require('mongoose');

const userSchema = new mongoose.Schema({ email: String, password: String });

userSchema.statics = {
  findByMail({ email }) {
    // expect: nosql-injection
    return this.findOne({ email }).exec();
  },
  list({ name }) {
    // expect: nosql-injection
    return this.find({ name }).limit(20);
  },
  async get(id) {
    return this.findOne({ email: String(id) });
  },
};
userSchema.static({
  byRole(role) {
    // expect: nosql-injection
    return this.find({ role });
  },
});

const User = mongoose.model('User', userSchema);
const app = express();
app.use(express.json());
app.post('/login', async (req, res) => res.json(await User.findByMail(req.body)));
app.post('/search', async (req, res) => res.json(await User.list(req.body)));
app.post('/roles', async (req, res) => res.json(await User.byRole(req.body.role)));
app.get('/users/:id', async (req, res) => res.json(await User.get(req.params.id)));
app.listen(3000);
