/** The text of a source file, or why it has none. */
export type DecodedSource = { text: string } | { problem: string };

const UTF8_MARK = [0xef, 0xbb, 0xbf];
const UTF16_LITTLE_MARK = [0xff, 0xfe];
const UTF16_BIG_MARK = [0xfe, 0xff];

/**
 * Decodes a source file: UTF-8 with or without byte-order mark, UTF-16 of both byte orders with one. Bytes that are not
 * valid UTF-8 become U+FFFD, as they do for Node.js; a NUL means that the file is not text at all.
 */
export function decodeSource(bytes: Buffer): DecodedSource {
  const text = decode(bytes);
  return text.includes('\0') ? { problem: 'binary file' } : { text };
}

function decode(bytes: Buffer): string {
  if (startsWith(bytes, UTF8_MARK)) return bytes.toString('utf8', UTF8_MARK.length);
  if (startsWith(bytes, UTF16_LITTLE_MARK)) return bytes.toString('utf16le', UTF16_LITTLE_MARK.length);
  if (startsWith(bytes, UTF16_BIG_MARK)) return swapped(bytes).toString('utf16le', UTF16_BIG_MARK.length);
  return bytes.toString('utf8');
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** A copy with the bytes of each pair exchanged; a half pair at the end of a truncated file is dropped. */
function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}
