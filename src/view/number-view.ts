import { telUri } from '../staff/number-format.js';
import type { PhoneNumber } from '../staff/person.js';
import type { PhoneNumberView } from './person-view.js';
import type { Projection } from './projection.js';

/** A number with the marks that this viewer may see. */
export function numberView(number: PhoneNumber, { may }: Projection): PhoneNumberView {
  return {
    kind: number.kind,
    e164: number.e164,
    extension: number.extension,
    uri: telUri(number, number.dialPlan),
    audience: may('PhoneNumber.audience') ? number.audience : null,
    source: may('PhoneNumber.source') ? number.source : null,
    greeting: may('PhoneNumber.greeting') ? number.greeting : null,
    mayTellCaller: may('PhoneNumber.mayTellCaller') ? number.mayTellCaller : null,
  };
}
