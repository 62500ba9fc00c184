import { css } from 'lit';

/** How the page as a whole is laid out: one column on a telephone, two on a wide screen. */
export const pageLook = css`
  header,
  main,
  footer,
  .top {
    max-width: 72rem;
    margin: 0 auto;
    padding: 0.75rem 1rem;
  }
  header {
    display: flex;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  h1 {
    font-size: 1.3rem;
    line-height: 1.3;
    margin: 0;
    flex: 1 1 12rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  h1 .quiet {
    font-weight: 400;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  footer {
    padding-bottom: 3rem;
  }
  nav {
    display: flex;
    gap: 0.5rem;
    margin-bottom: 1rem;
    border-bottom: 1px solid var(--hair);
  }
  nav button {
    border: 0;
    border-bottom: 3px solid transparent;
    border-radius: 0;
    background: none;
  }
  nav button[aria-current] {
    border-bottom-color: var(--accent);
    font-weight: 600;
  }
  .failed p {
    color: var(--bad);
    font-weight: 600;
  }
`;
