'use client';

import { addLink } from './action';

export const Button = () => <button onClick={() => addLink()}>Add</button>;
