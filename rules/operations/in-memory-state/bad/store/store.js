// expect: in-memory-state
const todos = [];

module.exports = { todos };
