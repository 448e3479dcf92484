'use client';
import { useState } from 'react';
import type { Total } from './totals.js';
import { save } from './actions.js';
export function Basket({ total }: { total: Total }) {
  const [open] = useState(true);
  return open ? <button onClick={() => save(total)}>{total.sum}</button> : null;
}
