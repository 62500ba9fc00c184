import type { Shown } from '../../identity/shown.js';

type Request = { readonly headersDistinct: NodeJS.Dict<string[]> };

/** What a request shows of who sends it: the one Authorization header, and the one Origin header. */
export function shownBy({ headersDistinct }: Request): Shown {
  return {
    authorization: theOne(headersDistinct['authorization']),
    origin: theOne(headersDistinct['origin']),
  };
}

/** Of two, a proxy before us may have read the other. */
function theOne([header, ...others]: readonly string[] = []): string | undefined {
  return others.length > 0 ? undefined : header;
}
