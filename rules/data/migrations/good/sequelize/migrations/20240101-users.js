module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.addColumn('users', 'team', Sequelize.STRING);
  },
  async down(queryInterface) {
    await queryInterface.removeColumn('users', 'team');
  },
};
