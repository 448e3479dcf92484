import { Controller, Get, Query, Redirect } from '@nestjs/common';

@Controller('leave')
export class LeaveController {
  @Get('there')
  // expect: open-redirect
  @Redirect()
  leave(@Query('url') url: string) {
    return { url };
  }
}
