/** How the pages look: as the system does unless the visitor has chosen. */
export type Theme = 'light' | 'dark' | 'system';

const kept = 'ett-samtal.theme';

/** What the visitor has chosen before. */
export function themeOfVisitor(): Theme {
  const chosen = localStorage.getItem(kept);
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** Shows the page so, now and at the next visit. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(kept);
  else localStorage.setItem(kept, theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
