// expect-project: env-profiles
require('./app');
