import { Controller, Get, Query, Redirect } from '@nestjs/common';

@Controller('docs')
export class DocsController {
  @Get()
  @Redirect('https://docs.example.com', 302)
  show(@Query('version') version: string) {
    if (version === '5') return { url: 'https://docs.example.com/v5/' };
    return { url: `https://docs.example.com/${encodeURIComponent(version)}/` };
  }
}
