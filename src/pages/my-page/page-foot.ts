import { html, type TemplateResult } from 'lit';
import { themeChoice } from '../look/theme-choice.js';
import type { Language } from '../words/words.js';
import { words } from './words.js';

/** What stands below the page: how it looks, and the way out. */
export function pageFoot(language: Language, signOut: () => void): TemplateResult {
  return html`<footer class="tools">
    ${themeChoice(language)}
    <button @click=${signOut}>${words[language].signOut}</button>
  </footer>`;
}
