const maxLength = 300;
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether this is the origin of a page, written as a browser sends it in `Origin`: https, or http on the machine itself,
 * with no path. Nothing else can be vouched for: over plain http anybody on the way could be that page.
 */
export function isPageOrigin(text: string): boolean {
  if (text.length > maxLength || !URL.canParse(text)) return false;
  const { protocol, hostname, origin } = new URL(text);
  if (origin !== text) return false;
  return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
}
