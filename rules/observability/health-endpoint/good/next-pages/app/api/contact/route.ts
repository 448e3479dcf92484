// Pages with a form, which keep nothing.
export async function POST(request: Request) {
  await fetch('https://mail.example/send', { method: 'POST', body: await request.text() });
  return Response.json({ ok: true });
}
