const { DataTypes, Model, Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);

class User extends Model {}
User.init({ id: { type: DataTypes.INTEGER, primaryKey: true }, username: { type: DataTypes.STRING, allowNull: false, unique: true }, password: { type: DataTypes.STRING, allowNull: false } }, { sequelize });

// What the user has, computed.
class Courier extends Model {}
Courier.init({
  id: { type: DataTypes.INTEGER, primaryKey: true },
  userId: { type: DataTypes.INTEGER, unique: true, allowNull: false, references: { model: User, key: 'id' } },
  username: { type: DataTypes.VIRTUAL },
  password: { type: DataTypes.VIRTUAL(DataTypes.STRING) },
}, { sequelize });

// A login at another service, and where that is.
sequelize.define('registry', {
  registryUrl: { type: DataTypes.STRING, allowNull: false },
  username: { type: DataTypes.STRING, allowNull: false },
  password: { type: DataTypes.STRING, allowNull: false },
});
