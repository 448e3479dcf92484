'use server';
import type { Total } from './totals.js';
// A page calls it, and the server runs it.
export async function save(total: Total) {
  // expect: console-logging
  console.log('saving', total.sum);
  return { saved: true };
}
