import { BadRequestException, Controller, Get, Injectable, Param, PipeTransform, UsePipes } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class SlugPipe implements PipeTransform {
  transform(value: string) {
    if (!/^[a-z-]+$/.test(value)) throw new BadRequestException('slug');
    return value;
  }
}

@Controller('reports')
export class ReportsController {
  constructor(private readonly source: DataSource) {}

  @Get(':slug')
  one(@Param('slug', SlugPipe) slug: string) {
    return this.source.query(`SELECT * FROM reports WHERE slug = '${slug}'`);
  }

  @Get('of/:slug')
  @UsePipes(SlugPipe)
  other(@Param('slug') slug: string) {
    return this.source.query(`SELECT * FROM reports WHERE slug = '${slug}'`);
  }
}
