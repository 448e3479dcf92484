const { Sequelize, DataTypes } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const User = sequelize.define('User', { email: DataTypes.STRING });

exports.register = async (email) => User.create({ email });

if (process.env.NODE_ENV !== 'production') {
  sequelize.sync({ alter: true });
}
