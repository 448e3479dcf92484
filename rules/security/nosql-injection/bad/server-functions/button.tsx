'use client';

import { useLink } from './use-link';

export const Button = () => <button onClick={useLink('1')}>Find</button>;
