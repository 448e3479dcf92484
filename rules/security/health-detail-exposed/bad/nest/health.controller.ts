import { Controller, Get } from '@nestjs/common';

@Controller('health')
export class HealthController {
  // expect: health-detail-exposed
  @Get()
  check() {
    return { status: 'ok', pid: process.pid };
  }
}
