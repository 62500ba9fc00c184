/**
 * The code of a system fault (`ENOENT`), or null. Asks for no class: inside Jest the system's errors
 * are of another world's `Error`.
 */
export function faultCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
