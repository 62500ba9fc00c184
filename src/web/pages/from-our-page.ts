import { pageNames } from './page-names.js';

/** The headers that tell where a request comes from; browsers let no script set them. */
export type Provenance = {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | undefined;
};

/** Whether a page of ours asks, on the address to which the request came. A browser sends `Origin` with every POST. */
export function fromOurPage({ host, origin, 'sec-fetch-site': site }: Provenance): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host && (site === undefined || site === 'same-origin');
}

/** Whether an address is one of our pages on that origin, and nothing besides. */
export function isOurPage(address: string, origin: string | undefined): boolean {
  return pageNames.some((name) => address === `${origin}/${name}`);
}
