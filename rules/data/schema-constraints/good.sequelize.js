const { DataTypes, Model, Sequelize } = require('sequelize');
const sequelize = new Sequelize(process.env.DATABASE_URL);

class User extends Model {}
User.init({ email: { type: DataTypes.STRING, allowNull: false }, name: DataTypes.STRING }, { sequelize, indexes: [{ unique: true, fields: ['email'] }] });

const Admin = sequelize.define('Admin', { email: { type: DataTypes.STRING, unique: 'admin_of_tenant' }, tenant: DataTypes.STRING });

module.exports = { User, Admin };

// Tables that a sign-in library's adapter prescribes.
sequelize.define('User', { email: { type: DataTypes.STRING, allowNull: false, unique: true } });
sequelize.define('Session', { sessionToken: { type: DataTypes.STRING, allowNull: false, unique: true }, userId: { type: DataTypes.UUID, allowNull: false }, expires: DataTypes.DATE });

// One row for each account at somebody else, and a part of a domain.
sequelize.define('Login', { provider: DataTypes.STRING, providerId: DataTypes.STRING, email: DataTypes.STRING, password: DataTypes.STRING, userId: { type: DataTypes.UUID, allowNull: false, references: { model: 'Users' } } });
sequelize.define('MailDomain', { name: { type: DataTypes.STRING, allowNull: false, unique: true }, subdomain: { type: DataTypes.STRING, allowNull: false } });

// Four names together find one row, and one of them has to be there.
// ok: schema-constraints
exports.Segment = sequelize.define(
  'segment',
  { id: { type: DataTypes.UUID, primaryKey: true }, url: { type: DataTypes.TEXT }, name: { type: DataTypes.TEXT }, status: { type: DataTypes.TEXT }, slug: { type: DataTypes.TEXT, allowNull: false } },
  { indexes: [{ unique: true, fields: ['slug', 'tenantId'] }] },
);
