import { DataTypes, Model, Sequelize } from 'sequelize';
import type { Request, Response } from 'express';

const sequelize = new Sequelize(process.env.DATABASE_URL!);

class Invoice extends Model {}
Invoice.init({ id: { type: DataTypes.UUID, primaryKey: true }, tenantId: { type: DataTypes.UUID, field: 'tenant_id' } }, { sequelize, tableName: 'invoices' });

export async function show(req: Request, res: Response) {
  res.json(await Invoice.findOne({ where: { id: req.params.id, tenantId: req.user.tenantId } }));
}
