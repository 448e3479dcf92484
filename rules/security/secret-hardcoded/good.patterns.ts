// What a scanner looks for, and what it is tried with.
export const patterns = [/(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}/];

export const cases = [
  { input: 'AKIALALEMEL33243OLIB', expected: true },
  { input: 'akialalemel33243olib', expected: false },
];

export const hint = 'http://myusername:mypassword@proxy.com:1337';
