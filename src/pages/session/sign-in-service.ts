/** Somebody whom the demonstration lets a visitor be. */
export type DemonstrationChoice = {
  readonly id: string;
  readonly label: { readonly sv: string; readonly en: string };
};
/** How one can sign in here. */
export type SignInOptions = {
  readonly municipalities: readonly {
    readonly code: string;
    readonly name: string;
    /** Where browsers may sign in. */
    readonly signIn: readonly { readonly choice: string; readonly label: string }[];
  }[];
  /** Empty outside the embedded demonstration. */
  readonly demonstration: readonly DemonstrationChoice[];
};
/** A token, and for how many seconds it is valid; null when nobody said so. */
export type Given = { readonly token: string; readonly expiresIn: number | null };

/** Nobody got signed in, and why by the server's code for it. */
export class SignInError extends Error {
  constructor(readonly code: string) {
    super(`Not signed in: ${code}.`);
    this.name = 'SignInError';
  }
}

/** Asks how one can sign in. */
export async function signInOptions(): Promise<SignInOptions> {
  return (await (await fetch('/sign-in/options')).json()) as SignInOptions;
}

/** A token of somebody whom the demonstration has invented. */
export async function demonstrationToken(id: string): Promise<Given> {
  return { expiresIn: null, ...(await post<{ readonly token: string }>('demonstration', { id })) };
}

/** The address of an issuer's login page. */
export async function beginSignIn(asked: {
  readonly choice: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly challenge: string;
}): Promise<string> {
  return (await post<{ readonly address: string }>('begin', asked)).address;
}

/** The token for the code that came back. */
export async function finishSignIn(returned: {
  readonly choice: string;
  readonly redirectUri: string;
  readonly code: string;
  readonly verifier: string;
  readonly iss: string | null;
}): Promise<Given> {
  return post<Given>('finish', returned);
}

async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(`/sign-in/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as
    (T & { readonly code?: string }) | null;
  if (!response?.ok || !answer) throw new SignInError(answer?.code ?? 'NETWORK');
  return answer;
}
