/** What the beginning of a text says of where a URL leads. */

/** `api.example.com`, `localhost:3000`: no name that could go on. */
export function isFixedHost(host: string): boolean {
  return /^\.?(?:[\w-]+\.)+[\w-]+(?::\d+)?$|^(?:localhost|127\.0\.0\.1)(?::\d+)?$/i.test(host);
}

/** Whether a text that begins with this URL is on its host: it ends behind the host's name. */
export function namesHostWhole(prefix: string): boolean {
  return /^[a-z][\w+.-]*:\/\/[^/?#\\@]+[/?#]/i.test(prefix);
}
