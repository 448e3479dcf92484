/** The package part of an API path: `@prisma/client` of `@prisma/client:PrismaClient#user`, `global` of `global:console.log`. */
export function packageOf(path: string): string {
  return path.split(/[:#(]/, 1)[0]!;
}

/** The library of an API path: `mysql2` of `mysql2/promise:Pool#query`; packages of one scope belong together (`@prisma`). */
export function libraryOf(path: string): string {
  return packageOf(path).split('/', 1)[0]!;
}
