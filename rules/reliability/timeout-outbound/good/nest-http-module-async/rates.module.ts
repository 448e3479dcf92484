import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { RatesService } from './rates.service.js';

@Module({
  imports: [
    HttpModule.registerAsync({
      imports: [ConfigModule],
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({ timeout: config.getOrThrow('RATES_TIMEOUT_MS'), maxRedirects: 3 }),
    }),
  ],
  providers: [RatesService],
})
export class RatesModule {}
