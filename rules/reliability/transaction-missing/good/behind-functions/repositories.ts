import { type Prisma, PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();

export async function createOrder(db: Prisma.TransactionClient, customerId: string) {
  return db.order.create({ data: { customerId } });
}

export async function createLine(db: Prisma.TransactionClient, orderId: string, sku: string) {
  return db.orderLine.create({ data: { orderId, sku } });
}

export async function getCustomer(email: string) {
  const found = await prisma.customer.findFirst({ where: { email } });
  return found ?? prisma.customer.create({ data: { email } });
}

export async function addTicket(customerId: string) {
  return prisma.ticket.create({ data: { customerId } });
}

export async function addAuditLog(ticketId: string) {
  await prisma.auditLog.create({ data: { ticketId } });
}
