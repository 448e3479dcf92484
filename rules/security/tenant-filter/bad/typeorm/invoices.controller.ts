import { Controller, Get } from '@nestjs/common';
import { InvoicesService } from './invoices.service';

@Controller('invoices')
export class InvoicesController {
  constructor(private readonly invoices: InvoicesService) {}

  @Get()
  all() {
    return this.invoices.all();
  }

  @Get('open')
  open() {
    return this.invoices.open(100);
  }

  @Get('payments')
  payments() {
    return this.invoices.payments();
  }
}
