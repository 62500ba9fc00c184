/** The one Authorization header; of two, a proxy before us may have read the other. */
export function authorizationOf({
  headersDistinct,
}: {
  readonly headersDistinct: NodeJS.Dict<string[]>;
}): string | undefined {
  const { authorization: [header, ...others] = [] } = headersDistinct;
  return others.length > 0 ? undefined : header;
}
