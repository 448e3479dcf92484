'use strict';

module.exports = {
  // expect: migration-rollback
  async up(queryInterface, Sequelize) {
    await queryInterface.addColumn('users', 'team', Sequelize.STRING);
  },
};
