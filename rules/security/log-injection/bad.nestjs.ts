import { Controller, Get, Logger, Param, Query } from '@nestjs/common';

@Controller('search')
export class SearchController {
  private readonly logger = new Logger(SearchController.name);

  @Get(':kind')
  find(@Param('kind') kind: string, @Query('q') q: string) {
    // expect: log-injection P2
    this.logger.log(`search for ${q}`);
    return this.list(kind);
  }

  private list(kind: string) {
    // expect: log-injection P2
    this.logger.debug('kind ' + kind);
    return [];
  }
}
