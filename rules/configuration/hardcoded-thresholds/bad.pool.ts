import { Sequelize } from 'sequelize';

const shared = { logging: false };

// expect: hardcoded-thresholds
export const database = new Sequelize(process.env.DATABASE_URL!, { ...shared, pool: { max: 5 * 4, idle: 10_000 } });
