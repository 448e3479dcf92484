const names = ['sid', 'csrf', 'theme', 'cart', 'locale', 'seen', 'beta', 'plan', 'team', 'role', 'zone', 'unit', 'page', 'sort', 'view', 'mode'];
const known = names.map((name) => `${name}_v2`).filter((name) => name.length > 4).concat(names);

// The end is reached, so that the browser forgets the cookie.
exports.known = known;
exports.forgotten = { path: '/', expires: new Date(0) };
