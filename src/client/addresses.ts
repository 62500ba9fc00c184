/** Where one server is asked, and watched. */
export type Address = { readonly http: string; readonly ws: string };

/** The addresses of servers, each given as the http or https address of its /graphql; in a browser it may be relative. */
export function addressesOf(given: string | readonly string[]): readonly Address[] {
  const urls = typeof given === 'string' ? [given] : given;
  if (urls.length === 0) throw new TypeError('At least one address is needed.');
  return urls.map((url) => {
    const { location } = globalThis as { readonly location?: { readonly href: string } };
    const address = new URL(url, location?.href);
    if (!/^https?:$/.test(address.protocol))
      throw new TypeError('An address has to begin with http: or https:.');
    address.hash = '';
    const http = address.href;
    return { http, ws: http.replace(/^http/, 'ws') };
  });
}
