import { DataTypes, Model, Sequelize } from 'sequelize';
import type { Request, Response } from 'express';

const sequelize = new Sequelize(process.env.DATABASE_URL!);

class Invoice extends Model {}
Invoice.init({ id: { type: DataTypes.UUID, primaryKey: true }, tenantId: { type: DataTypes.UUID, field: 'tenant_id' } }, { sequelize, tableName: 'invoices' });

const Payment = sequelize.define('Payment', { id: DataTypes.UUID, tenantId: DataTypes.UUID });

export async function show(req: Request, res: Response) {
  // expect: tenant-filter
  const invoice = await Invoice.findByPk(req.params.id);
  // expect: tenant-filter
  const payments = await Payment.findAll({ where: { invoiceId: req.params.id } });
  res.json({ invoice, payments, tenant: req.user.tenantId });
}
