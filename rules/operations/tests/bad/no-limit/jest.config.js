module.exports = {
  // An object that configures minimum threshold enforcement for coverage results
  // coverageThreshold: undefined,
  testEnvironment: 'node',
};
