const font = fetch(new URL('../assets/Inter.ttf', import.meta.url)).then((response) => response.arrayBuffer());
export const GET = async () => new Response(await font);
