/** What a request shows of who sends it. */
export type Shown = {
  /** The one Authorization header. */
  readonly authorization: string | undefined;
  /** The one Origin header: which page a browser asks for. Nobody else is held to it, and nobody else needs it. */
  readonly origin?: string | undefined;
};
