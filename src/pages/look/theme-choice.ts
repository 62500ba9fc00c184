import { html, type TemplateResult } from 'lit';
import type { Language, Words } from '../words/words.js';
import { chooseTheme, themeOfVisitor, type Theme } from './theme.js';

const themes: readonly Theme[] = ['system', 'light', 'dark'];
const words: Words<Readonly<Record<Theme | 'label', string>>> = {
  sv: { label: 'Utseende', system: 'Som systemet', light: 'Ljust', dark: 'Mörkt' },
  en: { label: 'Appearance', system: 'As the system', light: 'Light', dark: 'Dark' },
};

/** The choice of how the page looks; `chosen` is told afterwards. */
export function themeChoice(language: Language, chosen: () => void = () => {}): TemplateResult {
  const said = words[language];
  const current = themeOfVisitor();
  const choose = ({ target }: Event) => {
    chooseTheme(themes.find((theme) => theme === (target as HTMLSelectElement).value) ?? 'system');
    chosen();
  };
  return html`<label class="theme">
    <span class="unseen">${said.label}</span>
    <select @change=${choose}>
      ${themes.map(
        (theme) =>
          html`<option value=${theme} .selected=${theme === current}>${said[theme]}</option>`,
      )}
    </select>
  </label>`;
}
