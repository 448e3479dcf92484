import bcrypt from 'bcryptjs';

// What a field of passwords calls a secret is one that somebody has chosen.
export const field = {
  // expect: hardcoded-thresholds
  hash: (secret: string) => bcrypt.hash(secret, 10),
};
