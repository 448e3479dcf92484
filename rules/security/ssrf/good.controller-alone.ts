import { Body, Controller, Post } from '@nestjs/common';
import { HttpService } from '@nestjs/axios';
import { IsIn } from 'class-validator';

class RegionDto {
  @IsIn(['eu', 'us'])
  region: string;
}

@Controller('status')
export class StatusController {
  constructor(private readonly http: HttpService) {}

  @Post()
  status(@Body() dto: RegionDto) {
    return this.http.get(`https://${dto.region}.api.example.com/status`);
  }
}
