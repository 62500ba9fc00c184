import type { WatchState } from '../../client/watch-state.js';
import type { Language } from '../words/words.js';
import type { MunicipalitiesNowQuery } from './schema-types.js';
import { ageText, momentText } from './time-text.js';

/** A municipality, with how old what it gave is. */
export type Municipality = NonNullable<MunicipalitiesNowQuery['municipalities']>[number];
/** A state in words, with a sign of its own. */
export type StateWords = {
  readonly sign: string;
  readonly tone: 'good' | 'warn' | 'bad';
  readonly text: string;
};

/** How the connection is, and what to do where the operator has to do something. */
export function connectionWords(state: WatchState, now: Date, language: Language): StateWords {
  const sv = language === 'sv';
  switch (state.kind) {
    case 'LIVE':
      return { sign: '●', tone: 'good', text: sv ? 'Uppdateras direkt' : 'Live' };
    case 'LISTING':
      return {
        sign: '◌',
        tone: 'warn',
        text: sv ? `Läser katalogen: ${state.listed}` : `Reading the directory: ${state.listed}`,
      };
    case 'RECONNECTING': {
      const { heardAt } = state;
      const age = heardAt && ageText(now.getTime() - heardAt.getTime(), language);
      const lost = sv ? 'Förbindelsen är bruten. ' : 'The connection is lost. ';
      const known = sv ? `Det som visas är ${age} gammalt. ` : `What is shown is ${age} old. `;
      const tries = sv ? 'Ansluter igen av sig själv.' : 'It comes back by itself.';
      return { sign: '▲', tone: 'bad', text: `${lost}${age ? known : ''}${tries}` };
    }
    case 'STOPPED':
      return {
        sign: '■',
        tone: 'bad',
        text: sv
          ? 'Inget följs längre. Ladda om sidan och logga in igen.'
          : 'Nothing is followed any more. Reload the page and sign in again.',
      };
  }
}

/** How old what a municipality's directories gave is (P7). */
export function freshnessWords(
  { name, lastCompleteSyncAt, sources }: Municipality,
  now: Date,
  language: Language,
): StateWords {
  const sv = language === 'sv';
  const directories = sources.filter(({ kind }) => kind === 'LDAP');
  const exchanges = sources.filter(({ kind }) => kind === 'EXCHANGE');
  const at = lastCompleteSyncAt;
  const read =
    at === null
      ? sv
        ? 'aldrig läst'
        : 'never read'
      : `${sv ? 'läst' : 'read'} ${momentText(new Date(at), now, language)}`;
  const old = directories.some(({ freshness }) => freshness !== 'LIVE') || at === null;
  const silent = exchanges.some(({ freshness }) => freshness === 'STALE');
  const parts = [
    read + (old ? (sv ? ', för gammalt' : ', too old') : ''),
    silent ? (sv ? 'växelns telefoner tysta' : 'its exchange is silent') : '',
  ].filter(Boolean);
  return {
    sign: old || silent ? '▲' : '●',
    tone: old ? 'bad' : silent ? 'warn' : 'good',
    text: `${name}: ${parts.join('; ')}`,
  };
}
