import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Team1690000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE agents ADD COLUMN team text');
  }

  // expect: migration-rollback
  async down(): Promise<void> {
    console.log('nothing to do');
    return Promise.resolve();
  }
}
