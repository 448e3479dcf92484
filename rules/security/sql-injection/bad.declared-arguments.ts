import { GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, GraphQLObjectType, GraphQLString } from 'graphql';
import { Sequelize, Utils } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL!);
const Role = new GraphQLEnumType({ name: 'Role', values: { ADMIN: {}, HOST: {} } });
const Amount = new GraphQLInputObjectType({ name: 'Amount', fields: { cents: { type: GraphQLInt }, currency: { type: GraphQLString } } });

function byRole(args: { role: string }) {
  // expect: sql-injection
  return sequelize.query(`SELECT * FROM members WHERE role = '${args.role}'`);
}

export const Account = new GraphQLObjectType({
  name: 'Account',
  fields: {
    hosts: {
      type: GraphQLString,
      args: { role: { type: Role } },
      resolve(account, args) {
        return byRole(args);
      },
    },
    guests: {
      type: GraphQLString,
      args: { role: { type: GraphQLString } },
      resolve(account, args) {
        return byRole(args);
      },
    },
    gifts: {
      type: GraphQLString,
      args: { above: { type: Amount }, table: { type: GraphQLString } },
      async resolve(account, args) {
        // expect: sql-injection
        await sequelize.query(`SELECT * FROM gifts WHERE currency = '${args.above.currency}'`);
        // expect: sql-injection
        return sequelize.query(Utils.formatNamedParameters(`SELECT * FROM ${args.table} WHERE cents > :cents`, { cents: args.above.cents }, 'postgres'));
      },
    },
  },
});
