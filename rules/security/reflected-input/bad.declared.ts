import { Controller, Get, Param } from '@nestjs/common';

type PageHtml = string;

@Controller('pages')
export class PagesController {
  @Get('a/:id')
  one(@Param('id') id: string): Promise<string> {
    // expect: reflected-input P2
    return Promise.resolve(`<p>${id}</p>`);
  }

  @Get('b/:id')
  two(@Param('id') id: string): PageHtml {
    // expect: reflected-input P2
    return `<p>${id}</p>`;
  }
}
