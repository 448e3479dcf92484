'use client';
import { useState } from 'react';
import { totalOf } from './totals.js';
export function Basket({ items }) {
  const [open] = useState(true);
  return open ? <b>{totalOf(items)}</b> : null;
}
