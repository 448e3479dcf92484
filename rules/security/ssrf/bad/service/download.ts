import axios from 'axios';

export async function download(address: string): Promise<Buffer> {
  // expect: ssrf
  const { data } = await axios.get(address, { responseType: 'arraybuffer', timeout: 3000 });
  return data;
}
