import { css } from 'lit';

/** The colours of the component, for the outermost element: the page's own where it says so, and light or dark as the page is. */
export const colours = css`
  :host {
    --_surface: var(--staff-directory-surface, light-dark(#ffffff, #1d2129));
    --_raised: var(--staff-directory-raised, light-dark(#eef1f5, #272c36));
    --_text: var(--staff-directory-text, light-dark(#15181d, #f1f3f6));
    --_quiet: var(--staff-directory-quiet, light-dark(#4c5563, #b4bcc9));
    --_line: var(--staff-directory-line, light-dark(#8a93a1, #6b7482));
    --_hair: var(--staff-directory-hair, light-dark(#d5dae2, #343b47));
    --_accent: var(--staff-directory-accent, light-dark(#0b5c8f, #7cc4f5));
    --_mark: var(--staff-directory-mark, light-dark(#dcecf8, #173449));
    --_here: var(--staff-directory-here, light-dark(#1b6b34, #7fd79a));
    --_busy: var(--staff-directory-busy, light-dark(#a4232d, #ff9b9f));
    --_away: var(--staff-directory-away, light-dark(#7a4d00, #f3c06b));
    --_radius: var(--staff-directory-radius, 8px);
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_hair);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
`;

/** How things look in every part of the component. */
export const look = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  h2 {
    font-size: 1.4em;
    line-height: 1.2;
  }
  h3 {
    font-size: 1em;
    margin-bottom: 0.3em;
  }
  button,
  input {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.45em 0.7em;
    min-height: 2.75em;
  }
  button {
    cursor: pointer;
  }
  button:hover {
    background: var(--_raised);
  }
  button.link {
    border: 0;
    background: none;
    padding: 0.25em 0;
    min-height: 1.75em;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  h2:focus-visible {
    outline: none;
  }
  .quiet {
    color: var(--_quiet);
  }
  [role='alert'] {
    border-inline-start: 4px solid var(--_away);
    padding-inline-start: 0.75em;
    margin-bottom: 1em;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .where {
    display: inline-flex;
    align-items: baseline;
    gap: 0.45em;
  }
  .where::before {
    content: '';
    flex: none;
    width: 0.7em;
    height: 0.7em;
    border: 2px solid currentColor;
    border-radius: 50%;
  }
  .where.HERE::before {
    background: currentColor;
    color: var(--_here);
  }
  .where.BUSY::before {
    background: currentColor;
    border-radius: 2px;
    color: var(--_busy);
  }
  .where.AWAY::before {
    color: var(--_away);
  }
  .page {
    display: grid;
    gap: 1.25em;
  }
  .facts {
    display: grid;
    gap: 1.25em;
    grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr));
  }
  .facts:not(:has(*)) {
    display: none;
  }
  .facts p a {
    display: inline-block;
    padding: 0.25em 0;
  }
  .numbers {
    display: grid;
    gap: 0.25em;
  }
  .numbers div {
    display: flex;
    gap: 0.75em;
    align-items: baseline;
  }
  .numbers dt {
    color: var(--_quiet);
    min-width: 6em;
  }
  .numbers a {
    font-size: 1.2em;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    padding: 0.1em 0;
  }
`;
