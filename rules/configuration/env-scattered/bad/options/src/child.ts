// Low confidence: a name in small letters is what one process of the program tells another.
// expect: env-scattered
export const isChild = process.env.minifier_child === 'yes';
