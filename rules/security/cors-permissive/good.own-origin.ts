const ALLOWED = ['https://app.example.com', 'https://www.example.com'];

function corsHeaders(origin: string | null, own: string) {
  return {
    'Access-Control-Allow-Origin': origin && ALLOWED.includes(origin) ? origin : ALLOWED.includes(own) ? own : ALLOWED[0],
    'Access-Control-Allow-Credentials': 'true',
  };
}

// Where the request was sent is not where it came from.
export async function GET(request: Request) {
  const { origin } = new URL(request.url);
  return Response.json({ open: true }, { headers: corsHeaders(request.headers.get('origin'), origin) });
}

export async function POST(request: Request) {
  return new Response(null, { headers: { 'Access-Control-Allow-Origin': new URL(request.url).origin, 'Access-Control-Allow-Credentials': 'true' } });
}
