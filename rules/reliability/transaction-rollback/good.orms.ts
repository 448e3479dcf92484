import { PrismaClient } from '@prisma/client';
import knexLibrary from 'knex';
import { DataTypes, Sequelize, type Transaction } from 'sequelize';
import { DataSource } from 'typeorm';

const prisma = new PrismaClient();
const knex = knexLibrary({ client: 'pg' });
const sequelize = new Sequelize('postgres://db/desk');
const Order = sequelize.define('Order', { total: DataTypes.INTEGER });

export async function place(data: { total: number }): Promise<void> {
  await prisma.$transaction(async (prisma) => {
    await prisma.order.create({ data });
    await prisma.stock.update({ where: { id: 1 }, data: { left: { decrement: 1 } } });
  });
  await prisma.log.create({ data });
}

export async function batch(data: { total: number }): Promise<void> {
  await prisma.$transaction([prisma.order.create({ data }), prisma.stock.deleteMany({ where: { left: 0 } })]);
}

export async function unmanaged(total: number): Promise<void> {
  const transaction = await sequelize.transaction();
  try {
    await Order.create({ total }, { transaction });
    await transaction.commit();
  } catch (error) {
    if (!transaction.finished) await transaction.rollback();
    throw error;
  }
}

export async function managed(total: number): Promise<void> {
  await sequelize.transaction(async (transaction) => {
    const options = { transaction, logging: false };
    await Order.create({ total }, options);
    await Order.destroy({ where: { total: 0 }, transaction });
  });
}

export async function nested(total: number, outer: { transaction: Transaction }): Promise<void> {
  await sequelize.transaction({ transaction: outer.transaction }, async (transaction) => {
    await Order.create({ total }, { transaction });
  });
}

export async function byKnex(total: number): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx('orders').insert({ total });
    await knex('orders').transacting(trx).where({ total: 0 }).delete();
  });
}

export class Orders {
  constructor(private readonly dataSource: DataSource) {}

  async remove(id: string): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('DELETE FROM orders WHERE id = $1', [id]);
      await runner.commitTransaction();
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}
