import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, jsonb, pgTable } from 'drizzle-orm/pg-core';
import knexLibrary from 'knex';
import { DataTypes, Sequelize } from 'sequelize';
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
class Vehicle {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ type: 'jsonb', default: [] }) positions!: object[];
}
const sequelize = new Sequelize('mysql://school');
const Student = sequelize.define('Student', { attendance: { type: DataTypes.JSON, defaultValue: [] } });
const knex = knexLibrary({ client: 'mysql2' });
const db = drizzle('postgres://cargo');
const parcels = pgTable('parcels', { id: integer('id').primaryKey(), events: jsonb('events').$type<object[]>() });

export async function moved(source: DataSource, id: number, position: object) {
  const vehicles = source.getRepository(Vehicle);
  const vehicle = await vehicles.findOneByOrFail({ id });
  vehicle.positions.push(position);
  // expect: json-blob
  await vehicles.save(vehicle);
}

export async function attended(id: number, day: string) {
  const student = await Student.findByPk(id);
  student.attendance = student.attendance.concat({ day });
  // expect: json-blob
  await student.save();
}

export async function reviewed(id: number, text: string) {
  const product = await knex('products').where({ id }).first();
  const reviews = JSON.parse(product.reviews || '[]');
  reviews.push({ text });
  // expect: json-blob
  await knex('products').where({ id }).update({ reviews: JSON.stringify(reviews) });
}

export async function scanned(id: number, event: object) {
  const [parcel] = await db.select().from(parcels).where(eq(parcels.id, id));
  const events = [...(parcel!.events ?? []), event];
  // expect: json-blob
  await db.update(parcels).set({ events }).where(eq(parcels.id, id));
}
