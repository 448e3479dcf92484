import type { Request } from 'express';
import DataLoader from 'dataloader';
import { GraphQLBoolean, GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import { omit } from 'lodash';
import { Sequelize, Utils } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL!);
const Role = new GraphQLEnumType({ name: 'Role', values: { ADMIN: {}, HOST: {} } });
const Amount = new GraphQLInputObjectType({ name: 'Amount', fields: () => ({ cents: { type: GraphQLInt }, currency: { type: GraphQLString } }) });
const COMMON = { role: { type: Role }, account: { type: GraphQLString } };
const names = new DataLoader(async (ids: readonly string[]) => ids.map(() => 'name'));

function byRole(args: { role: string; owner?: string }) {
  return sequelize.query(`SELECT * FROM members WHERE role = '${args.role}'`);
}

export const Account = new GraphQLObjectType({
  name: 'Account',
  fields: {
    members: {
      type: GraphQLString,
      args: { role: { type: new GraphQLList(new GraphQLNonNull(Role)) }, above: { type: Amount }, ordered: { type: GraphQLBoolean } },
      async resolve(account, args) {
        await sequelize.query(`SELECT * FROM gifts WHERE cents > ${args.above.cents}`);
        return args.role.map((role) => sequelize.literal(`role = '${role}' DESC`));
      },
    },
    hosts: {
      type: GraphQLString,
      args: { ...omit(COMMON, ['account']) },
      resolve(account, args) {
        return byRole({ ...args, owner: account.id });
      },
    },
    guests: {
      type: GraphQLString,
      args: { ...COMMON },
      resolve(account, args) {
        return byRole(args);
      },
    },
    gifts: {
      type: GraphQLString,
      args: { above: { type: Amount } },
      resolve(account, args) {
        return sequelize.query(Utils.formatNamedParameters('SELECT * FROM gifts WHERE currency = :currency', { currency: args.above.currency }, 'postgres'));
      },
    },
    owner: {
      type: GraphQLString,
      args: { id: { type: GraphQLString } },
      async resolve(account, args, req: Request) {
        const name = await names.load(args.id);
        const owner = await req.loaders.account.byId.load(args.id);
        return sequelize.query('SELECT * FROM owners WHERE account = :id AND name = :name', { replacements: { id: owner.id, name } });
      },
    },
  },
});
