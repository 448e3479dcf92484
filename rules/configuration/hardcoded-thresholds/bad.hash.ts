import bcrypt from 'bcryptjs';

export async function register(password: string) {
  // expect: hardcoded-thresholds
  const salt = await bcrypt.genSalt(12);
  return bcrypt.hash(password, salt);
}
