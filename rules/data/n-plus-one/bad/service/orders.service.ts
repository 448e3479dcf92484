import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Customer, Order } from './entities';

@Injectable()
export class OrdersService {
  constructor(
    @InjectRepository(Order) private readonly orders: Repository<Order>,
    @InjectRepository(Customer) private readonly customers: Repository<Customer>,
  ) {}

  async list() {
    const orders = await this.orders.find({ take: 50 });
    const full = [];
    for (const order of orders) {
      full.push({ order, customer: await this.customerOf(order) });
    }
    return full;
  }

  private async customerOf(order: Order) {
    // expect: n-plus-one
    return this.customers.findOneBy({ id: order.customerId });
  }
}
