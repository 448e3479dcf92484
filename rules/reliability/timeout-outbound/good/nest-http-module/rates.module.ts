import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { RatesService } from './rates.service.js';

@Module({ imports: [HttpModule.register({ timeout: 5_000 })], providers: [RatesService] })
export class RatesModule {}
