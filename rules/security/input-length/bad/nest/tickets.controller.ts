import { Body, Controller, Post, Put } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { CreateTicketDto, TitleDto } from './create-ticket.dto';
import { Ticket } from './ticket.entity';

@Controller('tickets')
export class TicketsController {
  constructor(@InjectRepository(Ticket) private readonly tickets: Repository<Ticket>) {}

  // expect: input-length P1
  @Post()
  create(@Body() ticket: CreateTicketDto) {
    return this.tickets.save(ticket);
  }

  // ok: input-length
  @Put()
  rename(@Body() ticket: TitleDto) {
    return this.tickets.save(ticket);
  }
}
