import type { MigrationInterface, QueryRunner } from 'typeorm';

// Data that is deleted does not come back, and it says so.
export class Forget1690000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DELETE FROM sessions');
  }

  async down(): Promise<void> {
    throw new Error('deleted sessions cannot be restored');
  }
}

// A step that has nothing to do has nothing to undo.
export class Placeholder1690000000002 implements MigrationInterface {
  async up(): Promise<void> {}

  async down(): Promise<void> {}
}
