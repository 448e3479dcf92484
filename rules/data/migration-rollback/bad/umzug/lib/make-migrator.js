import { Sequelize } from 'sequelize';
import { SequelizeStorage, Umzug } from 'umzug';

const sequelize = new Sequelize(process.env.DATABASE_URL);
const umzug = new Umzug({ migrations: { glob: 'migrations/*.js' }, context: sequelize.getQueryInterface(), storage: new SequelizeStorage({ sequelize }), logger: console });

const resolve = (module) => ({ up: (context) => module.up(context), down: (context) => module.down(context) });

export const migrate = () => umzug.up();
export { resolve };
