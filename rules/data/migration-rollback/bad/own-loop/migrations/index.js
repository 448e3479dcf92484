const { sequelize } = require('../database');

exports.applyMigrations = async (names) => {
  for (const name of names) await require(`./${name}`).up(sequelize.getQueryInterface());
};
