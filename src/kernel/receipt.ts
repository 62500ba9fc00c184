/** A request that its client may send again: the client's key, and a digest of what is asked. */
export type Retriable = { readonly key: string; readonly digest: string };

/** What such a request came to: ids only, from which the answer is read anew. */
export type Receipt = Retriable & { readonly result: Readonly<Record<string, string>> };

/** The receipt of a request that was carried out; null for one that its client does not send again. */
export function receiptOf(
  retriable: Retriable | null,
  result: Readonly<Record<string, string>>,
): Receipt | null {
  return retriable && { ...retriable, result };
}
