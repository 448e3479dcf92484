import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();

export class OrderRepository {
  async create(customerId: string) {
    return prisma.order.create({ data: { customerId } });
  }
}

export async function addLine(orderId: string, sku: string) {
  const product = await prisma.product.findUnique({ where: { sku } });
  if (product === null) throw new Error('no such product');
  return prisma.orderLine.create({ data: { orderId, productId: product.id } });
}

export const createMember = (teamId: string, userId: string) => prisma.teamMember.create({ data: { teamId, userId } });
