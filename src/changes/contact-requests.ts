import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { ContactRequestId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { officeOf } from '../policy/authority.js';
import { cleanText } from '../staff/names.js';
import { containsNationalId } from '../staff/national-id.js';
import type { E164 } from '../staff/phone-number.js';
import { ContactRequestsStore } from '../store/contact-requests.store.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';

/** What somebody on the telephone wants to have passed on, and to whom; perhaps there is no such person. */
export type ContactWords = {
  readonly name: string;
  readonly municipalityCode: string;
  readonly returnNumber: E164;
  readonly message: string;
};

const maxName = 100;
const maxMessage = 500;

/**
 * Passes wishes on to the confidentiality officers of a municipality. Nobody is looked up when one is
 * sent: it is taken in the same way, with the same work, whether the person exists or not.
 */
@Injectable()
export class ContactRequests {
  readonly #log = new Logger('contact');

  constructor(
    private readonly requests: ContactRequestsStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps a wish for the officers, or says what is wrong with its words. That one was sent is recorded, and nothing of what it says. */
  async send(viewer: Viewer, words: ContactWords): Promise<Outcome<null>> {
    const name = checked(words.name, maxName, 'name');
    if (!name.ok) return name;
    const message = checked(words.message, maxMessage, 'message');
    if (!message.ok) return message;
    const municipality = this.municipalities
      .codes()
      .find((code) => code === words.municipalityCode);
    if (municipality === undefined)
      return refused('NOT_FOUND', 'Det finns ingen sådan kommun.', 'municipalityCode');
    const id = randomUUID() as ContactRequestId;
    const sentAt = this.clock.now();
    const fact = auditFactOf(viewer, {
      at: sentAt,
      municipality,
      action: 'SEND_CONTACT_REQUEST',
      object: id,
    });
    const { returnNumber } = words;
    const wish = { id, municipality, name: name.value, returnNumber, message: message.value };
    await this.requests.add({ ...wish, sentAt }, fact);
    this.#log.log(`contact.sent request=${id} municipality=${municipality}`);
    return done(null);
  }

  /** Marks a wish of the officer's own municipality as dealt with; another one's is none. */
  async handle(viewer: Viewer, id: ContactRequestId): Promise<Outcome<null>> {
    const municipality = officeOf(viewer);
    if (municipality === null) return noSuchRequest();
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality,
      action: 'HANDLE_CONTACT_REQUEST',
      object: id,
    });
    if (!(await this.requests.handle(id, municipality, fact))) return noSuchRequest();
    this.#log.log(`contact.handled request=${id}`);
    return done(null);
  }
}

function noSuchRequest(): Outcome<never> {
  return refused('NOT_FOUND', 'Ingen sådan väntar.', 'id');
}

/** One line of text; refused before anything else is done when it holds a personnummer. */
function checked(text: string, max: number, field: string): Outcome<string> {
  if (containsNationalId(text)) return refused('INVALID', 'Skriv inget personnummer här.', field);
  const line = cleanText(text, max + 1);
  if (line === null) return refused('INVALID', 'Fältet får inte vara tomt.', field);
  if (Array.from(line).length > max) return refused('TOO_LONG', `Högst ${max} tecken.`, field);
  return done(line);
}
