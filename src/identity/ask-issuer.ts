import { faultName } from '../kernel/fault.js';

/** Milliseconds. A visitor waits, and looks at a page that says nothing yet. */
const patience = 5_000;
const maxBytes = 262_144;

/** That an issuer answers otherwise than it should; the message is ours, and quotes nobody. */
export class IssuerFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'IssuerFault';
  }
}

/** What an issuer answered: a status, and a JSON object if it was one. */
export type IssuerAnswer = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
};

/** Asks an issuer for a JSON object, bounded in time and size; it may not send us elsewhere. Throws what the network says. */
export async function askIssuer(
  address: string,
  form: { readonly body: URLSearchParams; readonly authorization: string | null } | null = null,
): Promise<IssuerAnswer> {
  const signal = AbortSignal.timeout(patience);
  const headers = {
    accept: 'application/json',
    ...(form?.authorization && { authorization: form.authorization }),
  };
  const asked = form === null ? {} : { method: 'POST', body: form.body };
  const response = await fetch(address, { ...asked, headers, signal, redirect: 'error' });
  const body = parsed(await boundedText(response));
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new IssuerFault(`HTTP ${response.status} without a JSON object.`);
  return { status: response.status, body: body as IssuerAnswer['body'] };
}

async function boundedText({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > maxBytes) throw new IssuerFault('Too long.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Why an issuer could not be asked, for a log. */
export function issuerCause(error: unknown): string {
  if (error instanceof IssuerFault) return error.message;
  return faultName(error instanceof TypeError && error.cause ? error.cause : error);
}
