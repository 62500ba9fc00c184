import type * as words from '../kernel/words.js';
import { described } from './enums.js';

export const ProtectionStepEnum = described<words.ProtectionStep>(
  'ProtectionStep',
  "What an officer's word on a person's level came to.",
  {
    SET: 'Raised, or kept as it was: it holds from now on.',
    REQUESTED: 'Nothing is changed yet: another officer must confirm within seven days.',
    LOWERED: 'Another officer had asked for it, and it is done.',
  },
);

export const ProtectionPresentationEnum = described<words.ProtectionPresentation>(
  'ProtectionPresentation',
  'How a PROTECTED person appears to everybody else.',
  {
    HIDDEN: 'Not at all; the default.',
    ALIAS: "As a card of its own, with a name that the person chose and the switchboard's number.",
  },
);

export const RevealPurposeEnum = described<words.RevealPurpose>(
  'RevealPurpose',
  'Why somebody asks for the numbers of a RESTRICTED person.',
  {
    CONNECT_CALL: 'To put a call through.',
    URGENT_MESSAGE: 'To leave a message that cannot wait.',
    EMERGENCY: 'Life, health or property is in danger.',
    OTHER: 'Something else, in a case that is named.',
  },
);
