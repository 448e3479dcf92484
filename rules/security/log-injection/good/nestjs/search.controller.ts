import { Controller, Get, Logger, Module, Param, ParseIntPipe, Query } from '@nestjs/common';

@Controller('search')
export class SearchController {
  private readonly logger = new Logger(SearchController.name);

  @Get(':page')
  find(@Param('page', ParseIntPipe) page: number, @Query('q') q: string) {
    this.logger.log(`search for ${q} on ${page}`);
    return [];
  }
}

@Module({ controllers: [SearchController] })
export class AppModule {}
