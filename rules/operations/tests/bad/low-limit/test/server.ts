import { it } from 'vitest';
it('answers', () => undefined);
