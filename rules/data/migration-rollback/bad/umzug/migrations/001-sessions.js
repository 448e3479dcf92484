import Sequelize from 'sequelize';

// Listed, not counted: Umzug could take it back, and nothing of the program would ask it to.
// expect: migration-rollback P3
export async function up({ context, transaction }) {
  await context.createTable('sessions', { sid: { type: Sequelize.STRING(36), primaryKey: true } }, { transaction });
}
