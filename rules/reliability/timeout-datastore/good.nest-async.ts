import { Module } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { MongooseModule } from '@nestjs/mongoose';
import { TypeOrmModule } from '@nestjs/typeorm';

@Module({
  imports: [
    MongooseModule.forRootAsync({
      useFactory: (config: ConfigService) => ({ uri: config.get('MONGODB_URI'), connectTimeoutMS: 3000, socketTimeoutMS: 10000 }),
      inject: [ConfigService],
    }),
    MongooseModule.forRootAsync({ useFactory: (config: ConfigService) => config.get('mongo'), inject: [ConfigService] }),
    TypeOrmModule.forRootAsync({
      useFactory: async () => ({ type: 'postgres', url: process.env.DATABASE_URL, extra: { connectionTimeoutMillis: 3000, statement_timeout: 10000 } }),
    }),
    TypeOrmModule.forRootAsync({ useFactory: (config: ConfigService) => config.get('database'), inject: [ConfigService] }),
  ],
})
export class DatabaseModule {}
