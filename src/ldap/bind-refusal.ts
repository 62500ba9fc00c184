/** What Active Directory means by the code after "data" in the answer to a refused bind (Win32 error codes, in hexadecimal). */
const reasons: Readonly<Record<string, string>> = {
  '525': 'there is no such bind account.',
  '52e': "the bind account's password is wrong.",
  '530': 'the bind account may not sign in at this time.',
  '531': 'the bind account may not sign in from this machine.',
  '532': "the bind account's password has expired.",
  '533': 'the bind account is disabled.',
  '701': 'the bind account has expired.',
  '773': "the bind account's password must be changed first.",
  '775': 'the bind account is locked: wait, or have it unlocked, before the next try.',
};

/** Why Active Directory refused a bind, from the server's message; null when it does not say. */
export function bindRefusal(message: string): string | null {
  const code = /\bdata ([0-9a-f]{3,4})\b/i.exec(message.slice(0, 1000))?.[1]?.toLowerCase();
  return (code && reasons[code]) ?? null;
}
