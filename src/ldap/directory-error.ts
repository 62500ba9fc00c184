/** What a failure says of the next try: a refused bind is not repeated, since accounts are locked for that. */
export type DirectoryFault = 'UNREACHABLE' | 'BIND_REFUSED' | 'UNREADABLE' | 'TOO_LONG';

/** A directory that could not be read; the message is a sentence for a technician, without secrets or values. */
export class DirectoryError extends Error {
  constructor(
    message: string,
    readonly fault: DirectoryFault,
  ) {
    super(message);
    this.name = 'DirectoryError';
  }
}
