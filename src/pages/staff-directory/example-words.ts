import type { Words } from '../words/words.js';

type Texts = Readonly<
  Record<
    | 'title'
    | 'heading'
    | 'product'
    | 'invented'
    | 'whose'
    | 'language'
    | 'nobody'
    | 'server'
    | 'tag'
    | 'readMore'
    | 'failed',
    string
  >
>;

/** What the example page says. */
export const exampleWords: Words<Texts> = {
  sv: {
    title: 'Personalkatalog · Ett samtal',
    heading: 'Intranätet',
    product: 'Personalkatalogen',
    invented:
      'En påhittad sida på ett intranät, som visar personalkatalogen. Alla i den är påhittade.',
    whose: 'Kommunens intranät',
    language: 'Språk',
    nobody:
      'Här visas inga personer. Du hittar katalogen på din kommuns intranät, när du är inloggad där. För den som sköter intranätet: så läggs den in.',
    server:
      'Intranätets egen server byter sin nyckel mot en kortlivad token för sidans ursprung, och lämnar den till den som är inloggad. Nyckeln når aldrig en webbläsare.',
    tag: 'Sidan laddar komponenten och talar om var den får sin token:',
    readMore: 'Hela anvisningen finns i README under ”Embed the staff directory”.',
    failed: 'Sidan kunde inte läsas in. Ladda om den.',
  },
  en: {
    title: 'Staff directory · Ett samtal',
    heading: 'The intranet',
    product: 'The staff directory',
    invented:
      'An invented page of an intranet, which shows the staff directory. Everybody in it is invented.',
    whose: "Municipality's intranet",
    language: 'Language',
    nobody:
      "Nobody is shown here. You find the directory on your municipality's intranet, when you are signed in there. For whoever keeps the intranet: this is how it is embedded.",
    server:
      "The intranet's own server exchanges its key for a short-lived token for the page's origin, and hands it to whoever is signed in. The key never reaches a browser.",
    tag: 'The page loads the component, and says where its token comes from:',
    readMore: 'The README says all of it, under “Embed the staff directory”.',
    failed: 'The page could not be read. Reload it.',
  },
};
