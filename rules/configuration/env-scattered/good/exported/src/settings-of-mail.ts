export const transport = process.env.MAIL_TRANSPORT ?? 'smtp';
export const sender = process.env.MAIL_SENDER;
export const name = process.env.MAIL_NAME;
export const footer = () => process.env.MAIL_FOOTER ?? '';
// One longer function does not make it a module of another kind.
export function domains(): string[] {
  const list = process.env.MAIL_DOMAINS;
  if (list === undefined) {
    return [];
  }
  const seen = new Set<string>();
  for (const domain of list.split(',')) {
    if (domain.trim() !== '') seen.add(domain.trim().toLowerCase());
  }
  return [...seen].sort();
}
