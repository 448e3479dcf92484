import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Users1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE UNIQUE INDEX "users_email" ON "users" ("email")');
  }
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX "users_email"');
  }
}
