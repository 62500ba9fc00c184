import { telUri } from '../staff/number-format.js';
import type { PhoneNumber } from '../staff/person.js';
import type { PhoneNumberView } from './person-view.js';
import type { Projection } from './projection.js';

/** A number with the marks that this viewer may see. */
export function numberView(number: PhoneNumber, { person, may }: Projection): PhoneNumberView {
  const open = person.protectionLevel === 'OPEN';
  return {
    kind: number.kind,
    e164: number.e164,
    extension: number.extension,
    uri: telUri(number, person.municipality.dialPlan),
    audience: may('PhoneNumber.audience') ? number.audience : null,
    source: may('PhoneNumber.source') ? number.source : null,
    // Mobile numbers are known inside (P20); only where they are spread outside may a caller be told one.
    mayTellCaller: may('PhoneNumber.mayTellCaller')
      ? open && (number.kind !== 'MOBILE' || number.audience === 'COOPERATION')
      : null,
  };
}
