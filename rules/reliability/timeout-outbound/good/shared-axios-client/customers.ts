import { crm } from './http/index.js';

export async function customer(id: string) {
  const { data } = await crm.get(`/customers/${id}`);
  return data;
}
