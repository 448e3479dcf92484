import { getFakeAmount } from '../src/utils/amounts.js';

export const rows = Array.from({ length: 20 }, () => ({ amount: getFakeAmount() }));
