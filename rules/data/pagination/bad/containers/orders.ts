import { PrismaClient } from '@prisma/client';
import { singleton } from 'tsyringe';

@singleton()
export class OrderService {
  private readonly prisma = new PrismaClient();

  list() {
    // expect: pagination P1
    return this.prisma.order.findMany({ orderBy: { id: 'asc' } });
  }
}
