/** The version that a client sent, as rows hold it; text that never was one matches no row. */
export function rowVersion(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
