// A pattern of something else excuses nothing.
export const bucket = /^[a-z0-9.-]{3,63}-uploads$/;

// expect: secret-hardcoded
export const key = 'AKIALALEMEL33243OLIB';
// expect: secret-hardcoded
export const proxy = 'http://crawler:Xy7hqPz02m@proxy.crawl-farm.com:1337';
