/** What the beginning of a text says of where a URL leads. */

/** `api.example.com`, `localhost:3000`: no name that could go on. */
export function isFixedHost(host: string): boolean {
  return /^\.?(?:[\w-]+\.)+[\w-]+(?::\d+)?$|^(?:localhost|127\.0\.0\.1)(?::\d+)?$/i.test(host);
}

/** Whether a text that begins with this URL is on its host: it ends behind the host's name. */
export function namesHostWhole(prefix: string): boolean {
  return /^[a-z][\w+.-]*:\/\/[^/?#\\@]+[/?#]/i.test(prefix);
}

/** `http://127.0.0.1:`: on that host if a port follows, and elsewhere if a password and another host do. */
export function namesHostAndColon(prefix: string): boolean {
  return /^[a-z][\w+.-]*:\/\/[^/?#\\@:]+:\d*$/i.test(prefix);
}
