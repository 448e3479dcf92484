import { expect, it } from 'vitest';
import { inventoryWords, plural } from '../../src/report/words.js';

it('counts what was found in words, one of it too', () => {
  expect(inventoryWords({ environmentReads: 1, queries: 1, routes: 1200, frontEndFilesLeftOut: 1 })).toEqual(['1 environment read', '1 query', '1,200 routes', '1 front end file left out']);
});

it('says several of what a rule calls its sites', () => {
  const several = ['route', 'list query', 'search', 'group of writes', 'place where failures arrive', 'temporary file or directory', 'piece of long work'].map((noun) => plural(2, noun));
  expect(several).toEqual(['2 routes', '2 list queries', '2 searches', '2 groups of writes', '2 places where failures arrive', '2 temporary files or directories', '2 pieces of long work']);
  expect(plural(1, 'token refresh')).toBe('1 token refresh');
});
