import type { Words } from '../words/words.js';

/** What is said about signing in. */
export type SessionWords = {
  readonly title: string;
  readonly chooseIssuer: string;
  readonly demonstration: string;
  readonly nowhere: string;
  readonly waiting: string;
  readonly done: string;
  readonly soon: (minutes: number) => string;
  readonly over: string;
  readonly again: string;
  readonly failures: Readonly<Record<string, string>> & { readonly other: string };
};

/** The texts of signing in. */
export const sessionWords: Words<SessionWords> = {
  sv: {
    title: 'Logga in',
    chooseIssuer: 'Logga in med din kommuns inloggning.',
    demonstration: 'Demonstration: alla är påhittade. Välj vem du är.',
    nowhere: 'Ingen kommun har inloggning här än. Kontakta systemteknikern.',
    waiting: 'Loggar in …',
    done: 'Du är inloggad. Stäng det här fönstret och fortsätt där du var.',
    soon: (minutes) =>
      minutes <= 1
        ? 'Din inloggning går ut inom en minut.'
        : `Din inloggning går ut om ${minutes} minuter.`,
    over: 'Din inloggning har gått ut. Det som står på skärmen uppdateras inte.',
    again: 'Logga in igen',
    failures: {
      other: 'Det gick inte att logga in. Försök igen.',
      NETWORK: 'Servern går inte att nå. Kontrollera anslutningen och försök igen.',
      RATE_LIMITED: 'Många loggar in just nu. Vänta en minut och försök igen.',
      DENIED: 'Inloggningen avbröts. Försök igen när du vill.',
      ISSUER_REFUSED: 'Kommunens inloggning sade nej. Kontakta IT-supporten om det händer igen.',
      STRANGE_ANSWER:
        'Svaret hörde inte till någon inloggning som har börjat i det här fönstret. Logga in härifrån.',
      OTHER_ISSUER: 'Svaret kom från en annan inloggning än den du valde. Försök igen.',
      CODE_REFUSED: 'Inloggningen är för gammal eller redan använd. Logga in igen.',
      ISSUER_UNAVAILABLE:
        'Kommunens inloggning svarar inte. Försök igen om en stund; håller det i sig, kontakta IT-supporten.',
      TOKEN_NOT_ACCEPTED:
        'Du är inloggad hos kommunen, men Ett samtal kan inte använda inloggningen. Kontakta systemteknikern.',
      UNKNOWN_CHOICE: 'Den inloggningen finns inte längre. Ladda om sidan.',
      NOBODY_WAITS: 'Fönstret som du kom från väntar inte längre. Logga in här i stället.',
      NO_WINDOW: 'Webbläsaren öppnade inget fönster. Tillåt fönster från den här sidan.',
    },
  },
  en: {
    title: 'Sign in',
    chooseIssuer: "Sign in with your municipality's account.",
    demonstration: 'Demonstration: everybody is invented. Choose who you are.',
    nowhere: 'No municipality can be signed in to here yet. Ask the system technician.',
    waiting: 'Signing in …',
    done: 'You are signed in. Close this window and go on where you were.',
    soon: (minutes) =>
      minutes <= 1
        ? 'Your sign-in ends within a minute.'
        : `Your sign-in ends in ${minutes} minutes.`,
    over: 'Your sign-in has ended. What is on the screen is not updated.',
    again: 'Sign in again',
    failures: {
      other: 'Signing in failed. Try again.',
      NETWORK: 'The server cannot be reached. Check the connection and try again.',
      RATE_LIMITED: 'Many are signing in just now. Wait a minute and try again.',
      DENIED: 'Signing in was cancelled. Try again whenever you like.',
      ISSUER_REFUSED: "The municipality's sign-in said no. Ask IT support if it happens again.",
      STRANGE_ANSWER:
        'The answer belongs to no sign-in that was begun in this window. Sign in from here.',
      OTHER_ISSUER: 'The answer came from another sign-in than the one you chose. Try again.',
      CODE_REFUSED: 'The sign-in is too old or has been used already. Sign in again.',
      ISSUER_UNAVAILABLE:
        "The municipality's sign-in does not answer. Try again in a while; if it goes on, ask IT support.",
      TOKEN_NOT_ACCEPTED:
        'The municipality has signed you in, but Ett samtal cannot use it. Ask the system technician.',
      UNKNOWN_CHOICE: 'That sign-in is no longer there. Reload the page.',
      NOBODY_WAITS: 'The window that you came from waits no longer. Sign in here instead.',
      NO_WINDOW: 'The browser opened no window. Allow windows from this page.',
    },
  },
};

/** Why somebody did not get signed in, in words. */
export function failureIn(words: SessionWords, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'other';
  return words.failures[code] ?? words.failures.other;
}
