export const paths = {
  '/notes': { get: { summary: 'All notes' }, post: { summary: 'Adds one' } },
};
