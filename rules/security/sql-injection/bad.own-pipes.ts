import { Controller, Get, Injectable, Param, PipeTransform } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class TrimPipe implements PipeTransform {
  transform(value: string) {
    if (value === '') throw new Error('empty');
    return value.trim();
  }
}

@Controller('reports')
export class ReportsController {
  constructor(private readonly source: DataSource) {}

  @Get(':slug')
  one(@Param('slug', TrimPipe) slug: string) {
    // expect: sql-injection
    return this.source.query(`SELECT * FROM reports WHERE slug = '${slug}'`);
  }
}
