import { fileTypeFromBuffer } from 'file-type';

export async function checkContent(content: Buffer) {
  const found = await fileTypeFromBuffer(content);
  if (found === undefined || !['image/png', 'image/jpeg'].includes(found.mime)) throw new Error('type');
}
