export async function POST(request: Request) {
  // Texts only.
  // ok: upload-limit
  const form = await request.formData();
  return Response.json({ name: String(form.get('name')) });
}
