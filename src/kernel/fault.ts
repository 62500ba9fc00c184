/**
 * The code of a fault (`ENOENT`, `57P01`, LDAP's 49), or null. Asks for no class: inside Jest the
 * system's errors are of another world's `Error`.
 */
export function faultCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  const { code } = error;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : null;
}

/** The name and code of a fault, for a log. Never its message, which may quote a person. */
export function faultName(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  return [name, faultCode(error)].filter((part) => part !== null).join(' ');
}
