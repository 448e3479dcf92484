import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export class OrdersService {
  create(order: { items: string[]; note: string }) {
    return prisma.order.create({ data: { items: order.items, note: order.note } });
  }
}
