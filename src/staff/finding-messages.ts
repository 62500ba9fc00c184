import type { FindingRule } from '../kernel/finding-words.js';

/** What is to be mended, in Swedish; names nobody, since the finding says whom it is about (P11). */
export const findingMessages: Readonly<Record<FindingRule, string>> = {
  ABSENT_WITHOUT_COVER:
    'Frånvaron saknar hänvisning, intern vidarekoppling och telefonsvarare som hänvisar vidare.',
  OVERDUE_RETURN:
    'Frånvaron har varat i minst fjorton dagar utan att någon har angett när den slutar.',
  FORWARDING_LOOP: 'Vidarekopplingen går i en ring.',
  NO_NUMBER: 'Det finns inget telefonnummer.',
  STALE_NUMBER: 'Numret kommer från en katalog som inte har lästs färdigt på en vecka.',
  SHARED_LINE_WITHOUT_RESPONSIBLE: 'Den gemensamma telefonen har ingen ansvarig.',
  MOBILE_WITHOUT_GREETING: 'Mobiltelefonens telefonsvarare har ingen personlig hälsning.',
  BEST_REACHED_WITHOUT_DECISION:
    'Tider då personen träffas säkrast är angivna, men förvaltningen har inte beslutat att visa dem.',
  NO_ANSWER_GROUP: 'Arbetsplatsen har ingen svarsgrupp.',
  NO_PHONE_RESPONSIBLE: 'Arbetsplatsen har ingen telefonansvarig.',
};
