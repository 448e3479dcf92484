import { Controller, Get } from '@nestjs/common';
import { HealthCheck, HealthCheckService } from '@nestjs/terminus';

@Controller('internal')
export class ProbeController {
  constructor(private readonly health: HealthCheckService) {}

  @Get('probe')
  @HealthCheck()
  check() { return this.health.check([]); }
}
