import { Module } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { MongooseModule } from '@nestjs/mongoose';
import { TypeOrmModule } from '@nestjs/typeorm';

@Module({
  imports: [
    // expect: timeout-datastore P2
    MongooseModule.forRootAsync({
      useFactory: () => ({ uri: 'mongodb://mongo:27017/shop' }),
    }),
    // expect: timeout-datastore P1
    TypeOrmModule.forRootAsync({
      useFactory: async (config: ConfigService) => ({ type: 'postgres', url: config.get('DATABASE_URL'), autoLoadEntities: true }),
      inject: [ConfigService],
    }),
  ],
})
export class DatabaseModule {}
