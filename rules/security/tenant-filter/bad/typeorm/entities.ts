import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export abstract class TenantOwned {
  @PrimaryGeneratedColumn('uuid') id: string;

  @Column({ name: 'tenant_id' }) tenantId: string;
}

@Entity('invoices')
export class Invoice extends TenantOwned {
  @Column() number: string;
}

@Entity('payments')
export class Payment extends TenantOwned {
  @Column() amount: number;
}

@Entity('tenants')
export class Tenant {
  @PrimaryGeneratedColumn('uuid') id: string;
}

@Entity()
export class Currency {
  @PrimaryGeneratedColumn() id: number;

  @Column() code: string;
}
