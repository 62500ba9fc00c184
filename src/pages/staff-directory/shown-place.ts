import { html, type TemplateResult } from 'lit';
import type { Language } from '../words/words.js';
import type { DirectoryApi } from './directory-api.js';
import type { Place } from './places.js';

/** What a card or a unit's page is given: whom to ask, in which language it speaks, what it shows, and how another is opened. */
export type ShownPlace = {
  readonly api: DirectoryApi;
  readonly language: Language;
  readonly id: string;
  readonly open: (place: Place) => void;
};

/** A button that leads to another card or unit. */
export function leadsTo({ open }: ShownPlace, place: Place, text: string): TemplateResult {
  return html`<button class="link" @click=${() => open(place)}>${text}</button>`;
}
