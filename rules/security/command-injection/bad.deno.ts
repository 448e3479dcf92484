Deno.serve(async (request) => {
  const name = new URL(request.url).searchParams.get('name') ?? '';
  // expect: command-injection
  const shell = new Deno.Command('sh', { args: ['-c', `echo ${name}`] });
  // ok: command-injection
  const list = new Deno.Command('echo', { args: ['--', name] });
  const { stdout } = await shell.output();
  await list.output();
  return new Response(stdout);
});
