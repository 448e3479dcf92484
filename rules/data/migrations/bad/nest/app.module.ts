import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({
        type: 'mysql',
        host: process.env.DB_HOST,
        autoLoadEntities: true,
        // expect: migrations
        synchronize: true,
      }),
    }),
  ],
})
export class AppModule {}
