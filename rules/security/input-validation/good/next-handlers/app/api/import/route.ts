import { imports } from '../../../lib/imports';

const text = (form: FormData, key: string): string | null => {
  const value = form.get(key);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

export async function POST(req: Request) {
  const form = await req.formData();
  const project = text(form, 'project');
  if (project === null) return new Response(null, { status: 400 });
  return Response.json(await imports.create({ project }));
}
