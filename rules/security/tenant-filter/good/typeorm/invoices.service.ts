import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, Repository } from 'typeorm';
import { Invoice, Payment } from './entities';

@Injectable()
export class InvoicesService {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    private readonly dataSource: DataSource,
  ) {}

  all(tenantId: string) {
    return this.invoices.find({ where: { tenantId }, order: { number: 'ASC' } });
  }

  open(tenantId: string) {
    const builder = this.invoices.createQueryBuilder('invoice').where('invoice.amount > 0');
    builder.andWhere('invoice.tenantId = :tenantId', { tenantId });
    return builder.getMany();
  }

  payments(tenantId: string) {
    return this.dataSource.getRepository(Payment).countBy({ tenantId });
  }
}
