// Listed, and of low confidence: whoever installs the program has what it makes itself known by.
module.exports = {
  drive: {
    id: 'e09fc0de-c958-424f-83a2-e56a721d331b',
    // expect: secret-hardcoded
    secret: 'JA3cwGHFtjMwd5XoF5L5sqS',
  },
};
