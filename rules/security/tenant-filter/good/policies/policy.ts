export function authorize(user: { organizationId: string }, action: string, row: { organizationId: string } | null) {
  if (!row || row.organizationId !== user.organizationId) throw new Error(`may not ${action}`);
}
