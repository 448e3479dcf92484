import Sequelize from 'sequelize';

// The program can ask for it.
// expect: migration-rollback P2
export async function up({ context, transaction }) {
  await context.createTable('sessions', { sid: { type: Sequelize.STRING(36), primaryKey: true } }, { transaction });
}
