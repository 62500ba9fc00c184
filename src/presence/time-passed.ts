import { Injectable } from '@nestjs/common';
import { EraseExpired } from './erase-expired.js';
import { MoveDue } from './move-due.js';

/** What time alone has changed is so at once, and told up to a second later: for whoever cannot wait for that. */
@Injectable()
export class TimePassed {
  constructor(
    private readonly due: MoveDue,
    private readonly expired: EraseExpired,
  ) {}

  /** Resolves when everything that time had changed by now has its position, whichever process gives it one. */
  async settle(): Promise<void> {
    await this.due.moveAfterOthers();
    await this.expired.erase();
  }
}
