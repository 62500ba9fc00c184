import { cameBack } from './came-back.js';
import { keepSignIn, takeSignIn, type KeptSignIn } from './kept-sign-in.js';
import { challengeOf, randomWord } from './proof-key.js';
import { beginSignIn, finishSignIn, SignInError, type Given } from './sign-in-service.js';

/** A sign-in that has come back from an issuer, and where somebody waits for it, if not here. */
export type Finished = {
  readonly given: Given;
  readonly choice: string;
  readonly channel: string | null;
};
/** What a window that is opened to sign in again tells the one that opened it. */
type Told = { readonly given: Given };

/** Milliseconds. */
const patience = 5_000;

/** Leaves this page for an issuer's login page. Throws `SignInError`. */
export async function leaveForIssuer(choice: string): Promise<void> {
  const kept = begun(choice, null);
  const address = await addressFor(kept);
  keepSignIn(kept);
  location.assign(address);
}

/**
 * Signs in again in a window of its own, so that nothing on this page is lost; null when `givenUp` before. To be
 * called from a click, or the browser opens none. Whether that window is closed cannot be known: the issuer's page
 * may have cut the two apart. Throws `SignInError`.
 */
export async function signInAgain(choice: string, givenUp: AbortSignal): Promise<Given | null> {
  const kept = begun(choice, randomWord());
  // The new window gets a copy of what is kept, and this one needs it no more.
  keepSignIn(kept);
  const opened = window.open('', '_blank', 'popup,width=520,height=680');
  takeSignIn();
  if (opened === null) throw new SignInError('NO_WINDOW');
  const channel = new BroadcastChannel(kept.channel ?? '');
  try {
    const told = new Promise<Given>((resolve) => {
      channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
        say(channel, 'GOT IT');
        resolve(data.given);
      });
    });
    const nothing = new Promise<null>((resolve) =>
      givenUp.addEventListener('abort', () => resolve(null)),
    );
    opened.location.assign(await addressFor(kept));
    return await Promise.race([told, nothing]);
  } catch (error) {
    opened.close();
    throw error;
  } finally {
    channel.close();
  }
}

/** Whoever comes back from an issuer; null for every other visitor. The address bar is clean before anything is waited for. Throws `SignInError`. */
export async function finishHere(waiting: () => void): Promise<Finished | null> {
  const { search, pathname } = location;
  if (cameBack(search, null) === null) return null;
  history.replaceState(null, '', pathname);
  const kept = takeSignIn();
  const back = cameBack(search, kept?.state ?? null);
  if (back?.kind === 'REFUSED') throw new SignInError(back.denied ? 'DENIED' : 'ISSUER_REFUSED');
  if (kept === null || back?.kind !== 'CODE') throw new SignInError('STRANGE_ANSWER');
  const { choice, redirectUri, verifier, channel } = kept;
  waiting();
  const given = await finishSignIn({
    choice,
    redirectUri,
    verifier,
    code: back.code,
    iss: back.iss,
  });
  return { given, choice, channel };
}

/** Gives a token to the window that waits for it; nobody else knows the channel's name. Throws `SignInError` when none does. */
export async function handOver({ given, channel }: Finished): Promise<void> {
  const waiting = new BroadcastChannel(channel ?? '');
  try {
    await new Promise<void>((resolve, reject) => {
      // Answered before this window closes: what a closing window says may be lost.
      waiting.addEventListener('message', () => resolve());
      setTimeout(() => reject(new SignInError('NOBODY_WAITS')), patience);
      say(waiting, { given });
    });
  } finally {
    waiting.close();
  }
}

function say(channel: BroadcastChannel, message: Told | 'GOT IT'): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin.
  channel.postMessage(message);
}

function begun(choice: string, channel: string | null): KeptSignIn {
  const redirectUri = location.origin + location.pathname;
  return { choice, redirectUri, state: randomWord(), verifier: randomWord(), channel };
}

async function addressFor({ choice, redirectUri, state, verifier }: KeptSignIn): Promise<string> {
  return beginSignIn({ choice, redirectUri, state, challenge: await challengeOf(verifier) });
}
