const express = require('express');
const { Sequelize, DataTypes } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const User = sequelize.define('User', { email: DataTypes.STRING });
const app = express();

app.post('/users', async (req, res) => {
  res.json(await User.create({ email: req.body.email }));
});

// expect-project: migrations
// expect: migrations
sequelize.sync({ force: true }).then(() => app.listen(3000));
// expect: migrations
User.sync({ alter: true });
