import { Controller, Get, Inject, Injectable, Module } from '@nestjs/common';
import { InjectModel } from '@nestjs/sequelize';
import { Column, Model, Table } from 'sequelize-typescript';

@Table
export class Order extends Model {
  @Column
  total!: number;
}

@Table
export class Invoice extends Model {
  @Column
  total!: number;
}

@Injectable()
export class OrdersService {
  constructor(
    @Inject('OrdersRepository') private readonly orders: typeof Order,
    @InjectModel(Invoice) private readonly invoices: typeof Invoice,
  ) {}

  all() {
    // expect: pagination P1
    return this.orders.findAll<Order>({ order: ['id'] });
  }

  billed() {
    // expect: pagination P1
    return this.invoices.findAll();
  }
}

@Controller('orders')
export class OrdersController {
  constructor(private readonly service: OrdersService) {}

  @Get()
  all() {
    return this.service.all();
  }

  @Get('billed')
  billed() {
    return this.service.billed();
  }
}

@Module({ controllers: [OrdersController], providers: [OrdersService, { provide: 'OrdersRepository', useValue: Order }] })
export class OrdersModule {}
