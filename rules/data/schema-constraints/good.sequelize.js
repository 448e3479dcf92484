const { DataTypes, Model, Sequelize } = require('sequelize');
const sequelize = new Sequelize(process.env.DATABASE_URL);

class User extends Model {}
User.init({ email: { type: DataTypes.STRING, allowNull: false }, name: DataTypes.STRING }, { sequelize, indexes: [{ unique: true, fields: ['email'] }] });

const Admin = sequelize.define('Admin', { email: { type: DataTypes.STRING, unique: 'admin_of_tenant' }, tenant: DataTypes.STRING });

module.exports = { User, Admin };
