export default {
  test: { coverage: { thresholds: { lines: 60, branches: 45 } } },
};
