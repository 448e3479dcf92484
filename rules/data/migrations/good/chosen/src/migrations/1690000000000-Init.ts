import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Init1690000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE plans (id serial primary key)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE plans');
  }
}
