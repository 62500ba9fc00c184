/** Signing in by choosing who one is, which only the embedded demonstration has. */
export type DemonstrationSignIn = {
  readonly people: readonly DemonstrationPerson[];
  /** A key or token of one of them. */
  readonly tokenOf: (id: string) => Promise<string>;
  /** The key of a municipality's invented intranet; null if there is none. */
  readonly intranetKeyOf: (municipality: string) => string | null;
};

/** Somebody whom a visitor may be. */
export type DemonstrationPerson = {
  readonly id: string;
  readonly label: { readonly sv: string; readonly en: string };
};
