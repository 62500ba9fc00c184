/** The only source of "now". Rules take the instant as an argument; SQL takes it as a parameter. */
export abstract class Clock {
  abstract now(): Date;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
