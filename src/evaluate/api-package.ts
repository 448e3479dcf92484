/** The package part of an API path: `@prisma/client` of `@prisma/client:PrismaClient#user`, `global` of `global:console.log`. */
export function packageOf(path: string): string {
  return path.split(/[:#(]/, 1)[0]!;
}
