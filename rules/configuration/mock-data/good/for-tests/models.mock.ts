export const model = { name: 'made up' };
