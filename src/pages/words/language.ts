import type { Language } from './words.js';

const kept = 'ett-samtal.language';

/** What the visitor has chosen, or what the browser asks for; Swedish otherwise. */
export function languageOfVisitor(): Language {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'sv' || chosen === 'en') return chosen;
  return navigator.language.startsWith('en') ? 'en' : 'sv';
}

/** Keeps a choice for the next visit, and tells the page, so that a screen reader speaks it. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(kept, language);
  document.documentElement.lang = language;
}
