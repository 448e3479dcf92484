import axios from 'axios';

const ORIGIN = 'https://files.example.com';

export async function download(name: string): Promise<Buffer> {
  // ok: ssrf
  const { data } = await axios.get(`${ORIGIN}/${name}`, { responseType: 'arraybuffer', timeout: 3000 });
  return data;
}
