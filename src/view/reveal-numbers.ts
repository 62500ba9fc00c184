import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { RevealPurpose } from '../kernel/words.js';
import { audiencesOf } from '../policy/audience.js';
import { numbersOnRequest } from '../policy/disclosure.js';
import { allows } from '../policy/rule.js';
import { subjectOf } from '../policy/subject.js';
import { reachOf } from '../policy/reach.js';
import { isCaseReference } from '../staff/case-reference.js';
import { telUri } from '../staff/number-format.js';
import type { Person } from '../staff/person.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { PeopleStore } from '../store/people.store.js';
import { RevealsStore } from '../store/reveals.store.js';
import { PeopleView } from './people.view.js';
import type { PhoneNumberView } from './person-view.js';

/** Whose numbers are asked for, and why; the case belongs to the purpose OTHER. */
export type RevealRequest = {
  readonly personId: PersonId;
  readonly purpose: RevealPurpose;
  readonly caseReference: string | null;
};

/** The numbers of one RESTRICTED person, for those who ask and say why. What cannot be recorded is not answered. */
@Injectable()
export class RevealNumbers {
  readonly #log = new Logger('confidentiality');

  constructor(
    private readonly people: PeopleStore,
    private readonly views: PeopleView,
    private readonly municipalities: MunicipalitiesStore,
    private readonly reveals: RevealsStore,
    private readonly clock: Clock,
  ) {}

  /** The person's numbers, none of which may be told on; of an OPEN person those that the viewer sees anyway, unrecorded. */
  async ask(viewer: Viewer, request: RevealRequest): Promise<Outcome<readonly PhoneNumberView[]>> {
    const purpose = purposeOf(request);
    if (!purpose.ok) return purpose;
    const reach = reachOf(viewer, this.municipalities.codes());
    const ids = [request.personId];
    const [person] = await this.people.undisclosedByIds(reach, ids, this.clock.now());
    // Whoever may see a PROTECTED person sees the numbers there are to see; there is nothing to ask for.
    if (person === undefined || person.protectionLevel === 'PROTECTED') return nobody();
    if (person.protectionLevel === 'OPEN') {
      const [seen] = await this.views.byIds(viewer, ids);
      return seen ? done(seen.numbers) : nobody();
    }
    return this.reveal(viewer, person, purpose.value);
  }

  private async reveal(
    viewer: Viewer,
    person: Person,
    purpose: string,
  ): Promise<Outcome<readonly PhoneNumberView[]>> {
    const { id, municipality } = person;
    if (!allows(numbersOnRequest, 'RESTRICTED', audiencesOf(viewer, subjectOf(person))))
      return refused('NOT_ALLOWED', 'Du får inte begära personens nummer.', 'personId');
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality: municipality.code,
      action: 'REVEAL_NUMBERS',
      about: id,
      fields: ['numbers'],
      purpose,
    });
    const numbers = await this.reveals.undisclosedNumbers(id, fact);
    if (numbers === null) return nobody();
    this.#log.log(`confidentiality.numbers_revealed person=${id} by=${viewer.actor}`);
    return done(
      numbers.map(({ kind, e164, extension }): PhoneNumberView => {
        const uri = telUri({ e164, extension }, municipality.dialPlan);
        const unmarked = { audience: null, source: null };
        return { kind, e164, extension, uri, ...unmarked, greeting: null, mayTellCaller: false };
      }),
    );
  }
}

function nobody(): Outcome<never> {
  return refused('NOT_FOUND', 'Det finns ingen sådan.', 'personId');
}

/** The purpose as it is recorded: the word, for OTHER with the case. */
function purposeOf({ purpose, caseReference }: RevealRequest): Outcome<string> {
  if (purpose !== 'OTHER')
    return caseReference === null
      ? done(purpose)
      : refused('INVALID', 'Ett ärende anges bara för syftet OTHER.', 'caseReference');
  const reference = caseReference?.trim() ?? '';
  if (isCaseReference(reference)) return done(`OTHER: ${reference}`);
  return refused(
    'INVALID',
    'Ange ärendets beteckning, högst 100 tecken och utan personnummer.',
    'caseReference',
  );
}
