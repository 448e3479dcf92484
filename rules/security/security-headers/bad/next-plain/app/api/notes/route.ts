// expect-project: security-headers
// A Next.js application may do without a file of settings; it is built and started as one.
export async function GET() {
  return Response.json({ notes: [] });
}
