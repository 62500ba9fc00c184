/** 256 random bits as text: a verifier (RFC 7636, 4.1), or a state. */
export function randomWord(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** The challenge that an issuer gets first, for a verifier that it gets later. */
export async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
