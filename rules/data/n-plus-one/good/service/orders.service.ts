import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { Customer, Order } from './entities';

@Injectable()
export class OrdersService {
  constructor(
    @InjectRepository(Order) private readonly orders: Repository<Order>,
    @InjectRepository(Customer) private readonly customers: Repository<Customer>,
  ) {}

  async list() {
    const orders = await this.orders.find({ take: 50 });
    const customers = await this.customers.findBy({ id: In(orders.map((order) => order.customerId)) });
    return orders.map((order) => ({ order, customer: customers.find((each) => each.id === order.customerId) }));
  }
}
