const { DataTypes, Model, Sequelize } = require('sequelize');
const sequelize = new Sequelize(process.env.DATABASE_URL);

class User extends Model {}
User.init({ email: { type: DataTypes.STRING, allowNull: false }, name: DataTypes.STRING }, { sequelize, indexes: [{ unique: true, fields: ['email'] }] });

const Admin = sequelize.define('Admin', { email: { type: DataTypes.STRING, unique: 'admin_of_tenant' }, tenant: DataTypes.STRING });

module.exports = { User, Admin };

// Tables that a sign-in library's adapter prescribes.
sequelize.define('User', { email: { type: DataTypes.STRING, allowNull: false, unique: true } });
sequelize.define('Session', { sessionToken: { type: DataTypes.STRING, allowNull: false, unique: true }, userId: { type: DataTypes.UUID, allowNull: false }, expires: DataTypes.DATE });
