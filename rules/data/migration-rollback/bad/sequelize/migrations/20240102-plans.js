module.exports = {
  up: (queryInterface, Sequelize) => queryInterface.createTable('plans', { id: Sequelize.INTEGER }),
  // expect: migration-rollback
  down: (queryInterface, Sequelize) => {
    return Promise.resolve();
  },
};
