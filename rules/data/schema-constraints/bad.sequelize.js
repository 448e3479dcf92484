const { DataTypes, Sequelize } = require('sequelize');
const sequelize = new Sequelize(process.env.DATABASE_URL);

// expect: schema-constraints P1
const User = sequelize.define('User', {
  username: { type: DataTypes.STRING, allowNull: false },
  password: DataTypes.STRING,
});

// expect: schema-constraints P2
const Product = sequelize.define('Product', { title: DataTypes.STRING, price: { type: DataTypes.INTEGER, allowNull: true }, stock: DataTypes.INTEGER });

module.exports = { User, Product };
