import type { WebSocket } from 'ws';
import type { Shown } from '../../identity/shown.js';
import type { Viewer } from '../../kernel/viewer.js';

/** A stream that can be ended from here. */
export type OpenStream = { return(value: undefined): Promise<unknown> };

/** Streams of one connection; a client's views are few. */
const maxStreams = 20;
/** Bytes that wait for a client who does not read. More, and it is cut. */
const maxUnsent = 1024 * 1024;

/** One open connection: who speaks through it, and what it is sent. */
export class LiveConnection {
  /** Who speaks, from the acknowledgement on. */
  viewer: Viewer | null = null;
  /** What the client showed, to ask again whose it is; never for a log. */
  shown: Shown = { authorization: undefined };
  #alive = true;
  #streams = 0;
  readonly #open = new Set<OpenStream>();

  constructor(
    /** Stands in errors and log lines. */
    readonly id: string,
    private readonly socket: WebSocket,
  ) {
    socket.on('pong', () => (this.#alive = true));
    // A client may take back an id and use it anew at once, so that what is open is kept here.
    socket.once('close', () => this.#endStreams());
  }

  /** Whether anything can be sent. */
  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** Sends a message, or cuts a client who has left too many unread. */
  async send(text: string): Promise<void> {
    if (!this.isOpen) return;
    if (this.socket.bufferedAmount > maxUnsent) return this.cut();
    await new Promise<void>((resolve) => {
      // Whether it arrived is not known here: a socket that breaks says so by closing.
      this.socket.send(text, () => resolve());
    });
  }

  /** Ends it with a code of the protocol. */
  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  /** Ends it without a word. */
  cut(): void {
    this.socket.terminate();
  }

  /** Asks for a sign of life, or cuts what gave none since the last time. */
  beat(): void {
    if (!this.#alive) return this.cut();
    this.#alive = false;
    if (this.isOpen) this.socket.ping();
  }

  /** Takes one of the places for streams, until `leave`; false when all are taken. */
  enter(): boolean {
    if (this.#streams >= maxStreams) return false;
    this.#streams += 1;
    return true;
  }

  /** Gives the place back. */
  leave(): void {
    this.#streams -= 1;
  }

  /** Keeps a stream until it has ended, to end it with the connection. */
  keep(stream: OpenStream): void {
    this.#open.add(stream);
    if (!this.isOpen) this.#endStreams();
  }

  /** A stream has ended. */
  forget(stream: OpenStream): void {
    this.#open.delete(stream);
  }

  #endStreams(): void {
    // Nobody is left to be told that a source could not be ended.
    for (const stream of this.#open) void stream.return(undefined).catch(() => undefined);
  }
}
