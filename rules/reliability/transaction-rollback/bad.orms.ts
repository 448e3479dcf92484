import { PrismaClient } from '@prisma/client';
import knexLibrary from 'knex';
import { DataTypes, Sequelize } from 'sequelize';
import { MongoClient } from 'mongodb';
import { DataSource } from 'typeorm';

const prisma = new PrismaClient();
const knex = knexLibrary({ client: 'pg' });
const sequelize = new Sequelize('postgres://db/desk');
const Order = sequelize.define('Order', { total: DataTypes.INTEGER });

export async function place(data: { total: number }): Promise<void> {
  // expect: transaction-rollback
  await prisma.$transaction(async (tx) => {
    await tx.order.create({ data });
    await prisma.stock.update({ where: { id: 1 }, data: { left: { decrement: 1 } } });
  });
}

export async function unmanaged(total: number): Promise<void> {
  // expect: transaction-rollback
  const transaction = await sequelize.transaction();
  await Order.create({ total }, { transaction });
  await transaction.commit();
}

export async function managed(total: number): Promise<void> {
  // expect: transaction-rollback
  await sequelize.transaction(async (transaction) => {
    await Order.create({ total }, { transaction });
    await Order.destroy({ where: { total: 0 } });
  });
}

export async function byKnex(total: number): Promise<void> {
  // expect: transaction-rollback
  const trx = await knex.transaction();
  try {
    await trx('orders').insert({ total });
    await trx.commit();
  } catch (error) {
    console.error(error);
  }
}

export class Orders {
  constructor(private readonly dataSource: DataSource) {}

  async remove(id: string): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      // expect: transaction-rollback
      await runner.startTransaction();
      await runner.query('DELETE FROM orders WHERE id = $1', [id]);
      await runner.commitTransaction();
    } finally {
      await runner.release();
    }
  }
}

const client = new MongoClient('mongodb://desk');

export async function gift(from: string, to: string): Promise<void> {
  const session = client.startSession();
  // expect: transaction-rollback
  session.startTransaction();
  await client.db().collection('wallets').updateOne({ name: from }, { $inc: { coins: -1 } }, { session });
  await client.db().collection('wallets').updateOne({ name: to }, { $inc: { coins: 1 } }, { session });
  await session.commitTransaction();
}
