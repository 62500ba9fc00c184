/** Whether two tokens of the same issuer are the same person's. Tokens that cannot be read are nobody's. */
export function sameHolder(one: string, other: string): boolean {
  const [a, b] = [holderOf(one), holderOf(other)];
  return a !== null && a === b;
}

function holderOf(token: string): string | null {
  try {
    const part = token.split('.')[1] ?? '';
    const claims = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))) as {
      readonly iss?: unknown;
      readonly sub?: unknown;
    };
    const { iss, sub } = claims;
    return typeof iss === 'string' && typeof sub === 'string' ? JSON.stringify([iss, sub]) : null;
  } catch {
    return null;
  }
}
