const { DataTypes } = require('sequelize');

module.exports = {
  up: async (context) => {
    await context.createTable('Stacks', { id: { type: DataTypes.INTEGER, primaryKey: true } });
  },
  // Listed, not counted: the loop of the program only goes forward.
  // expect: migration-rollback P3
  down: async (context) => {},
};
