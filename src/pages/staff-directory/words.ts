import type { Language, Words } from '../words/words.js';
import type { Availability, NumberKind, PublicAbsenceReason } from './schema-types.js';

type Texts = Readonly<
  Record<
    | 'search'
    | 'hint'
    | 'none'
    | 'more'
    | 'back'
    | 'about'
    | 'tomorrow'
    | 'toSearch'
    | 'results'
    | 'loading'
    | 'numbers'
    | 'noNumber'
    | 'email'
    | 'unit'
    | 'unitOf'
    | 'manager'
    | 'responsible'
    | 'subjects'
    | 'bestReached'
    | 'instead'
    | 'answerGroupOf'
    | 'switchboard'
    | 'voicemail'
    | 'rings'
    | 'openingHours'
    | 'phoneResponsible'
    | 'answerGroup'
    | 'people'
    | 'peopleNone'
    | 'gone'
    | 'noToken'
    | 'network'
    | 'failed'
    | 'again'
    | 'stale'
    | 'notSetUp'
    | 'extension',
    string
  >
> & {
  readonly found: (count: number, more: boolean) => string;
  readonly kinds: Readonly<Record<NumberKind, string>>;
  readonly absent: Readonly<Record<PublicAbsenceReason, string>>;
  readonly available: Readonly<Record<Availability, string>>;
};

/** What the component says. */
export const words: Words<Texts> = {
  sv: {
    search: 'Sök i personalkatalogen',
    hint: 'Namn, titel, enhet, ärende eller telefonnummer',
    none: 'Inga träffar. Pröva med färre eller andra ord.',
    more: 'Det finns fler träffar. Skriv mer för att hitta rätt.',
    found: (count, more) =>
      count === 1 ? '1 träff' : more ? `De ${count} första träffarna` : `${count} träffar`,
    back: 'åter',
    about: 'omkring',
    tomorrow: 'i morgon',
    toSearch: 'Tillbaka',
    results: 'Sökträffar',
    loading: 'Hämtar …',
    numbers: 'Telefon',
    noNumber: 'Inget nummer finns.',
    email: 'E-post',
    unit: 'Enhet',
    unitOf: 'Del av',
    manager: 'Chef',
    responsible: 'Ansvarig',
    subjects: 'Arbetar med',
    bestReached: 'Träffas säkrast',
    instead: 'Svarar i stället',
    answerGroupOf: 'Svarsgruppen på',
    switchboard: 'Växeln',
    voicemail: 'Telefonsvararen',
    rings: 'Telefonen ringer ändå.',
    openingHours: 'Öppettider',
    phoneResponsible: 'Telefonansvarig',
    answerGroup: 'Svarsgrupp',
    people: 'Arbetar här',
    peopleNone: 'Ingen finns i katalogen.',
    gone: 'Den här uppgiften finns inte längre i katalogen.',
    noToken:
      'Intranätet släpper inte in dig i katalogen just nu. Ladda om sidan eller logga in igen.',
    network: 'Katalogen svarar inte. Kontrollera nätet och försök igen.',
    failed: 'Något gick fel. Försök igen om en stund.',
    again: 'Försök igen',
    stale: 'Det som visas kan vara gammalt.',
    notSetUp: 'Katalogen är inte färdiginstallerad: attributet token-url saknas.',
    extension: 'Anknytning',
    kinds: {
      DIRECT: 'Direkt',
      MOBILE: 'Mobil',
      SHARED: 'Gemensam',
      FUNCTION: 'Funktion',
      SWITCHBOARD: 'Växel',
    },
    absent: {
      ABSENT: 'Ej anträffbar',
      AWAY: 'Inte på arbetsplatsen',
      BRIEFLY_AWAY: 'Tillfälligt borta',
      BUSY: 'Upptagen',
      GONE_FOR_DAY: 'Gått för dagen',
    },
    available: {
      AVAILABLE: 'Ledig',
      AWAY: 'Inte vid sin plats',
      BE_RIGHT_BACK: 'Strax tillbaka',
      BUSY: 'Upptagen',
      DO_NOT_DISTURB: 'Vill inte bli störd',
      OFFLINE: 'Utloggad',
      UNKNOWN: 'Okänt',
    },
  },
  en: {
    search: 'Search the staff directory',
    hint: 'Name, title, unit, errand or telephone number',
    none: 'Nothing was found. Try fewer or other words.',
    more: 'There is more. Write more to find the right one.',
    found: (count, more) =>
      count === 1 ? '1 hit' : more ? `The first ${count} hits` : `${count} hits`,
    back: 'back',
    about: 'at about',
    tomorrow: 'tomorrow',
    toSearch: 'Back',
    results: 'Hits',
    loading: 'Loading …',
    numbers: 'Telephone',
    noNumber: 'There is no number.',
    email: 'E-mail',
    unit: 'Unit',
    unitOf: 'Part of',
    manager: 'Manager',
    responsible: 'Responsible',
    subjects: 'Works with',
    bestReached: 'Best reached',
    instead: 'Answers instead',
    answerGroupOf: 'The answer group of',
    switchboard: 'The switchboard',
    voicemail: 'Voicemail',
    rings: 'The telephone rings all the same.',
    openingHours: 'Opening hours',
    phoneResponsible: 'Responsible for telephones',
    answerGroup: 'Answer group',
    people: 'Works here',
    peopleNone: 'Nobody is in the directory.',
    gone: 'This is no longer in the directory.',
    noToken:
      'The intranet does not let you into the directory now. Reload the page, or sign in again.',
    network: 'The directory does not answer. Check your network and try again.',
    failed: 'Something went wrong. Try again in a while.',
    again: 'Try again',
    stale: 'What is shown may be old.',
    notSetUp: 'The directory is not set up: the attribute token-url is missing.',
    extension: 'Extension',
    kinds: {
      DIRECT: 'Direct',
      MOBILE: 'Mobile',
      SHARED: 'Shared',
      FUNCTION: 'Function',
      SWITCHBOARD: 'Switchboard',
    },
    absent: {
      ABSENT: 'Cannot be reached',
      AWAY: 'Not at the workplace',
      BRIEFLY_AWAY: 'Away for a moment',
      BUSY: 'Busy',
      GONE_FOR_DAY: 'Gone for the day',
    },
    available: {
      AVAILABLE: 'Free',
      AWAY: 'Away from the desk',
      BE_RIGHT_BACK: 'Back in a moment',
      BUSY: 'Busy',
      DO_NOT_DISTURB: 'Does not want to be disturbed',
      OFFLINE: 'Signed out',
      UNKNOWN: 'Not known',
    },
  },
};

/** What an error says, by its code. */
export function errorText(code: string, language: Language): string {
  const said = words[language];
  if (code === 'TOKEN' || code === 'UNAUTHENTICATED') return said.noToken;
  return code === 'NETWORK' ? said.network : said.failed;
}
