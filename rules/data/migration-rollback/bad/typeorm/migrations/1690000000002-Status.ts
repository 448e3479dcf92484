import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Status1690000000002 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TYPE "status" ADD VALUE IF NOT EXISTS 'paused'`);
  }

  // Listed, not counted: no database takes a value from an enumeration.
  // expect: migration-rollback P3
  public async down(): Promise<void> {}
}
