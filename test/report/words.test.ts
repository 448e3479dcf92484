import { expect, it } from 'vitest';
import { inventoryWords } from '../../src/report/words.js';

it('counts what was found in words, one of it too', () => {
  expect(inventoryWords({ environmentReads: 1, queries: 1, routes: 1200, frontEndFilesLeftOut: 1 })).toEqual(['1 environment read', '1 query', '1,200 routes', '1 front end file left out']);
});
