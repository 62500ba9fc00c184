import { css } from 'lit';

/** How sections of the page look. */
export const sectionLook = css`
  section {
    background: var(--surface);
    border: 1px solid var(--hair);
    border-radius: 12px;
    padding: 1rem;
  }
  h2 {
    font-size: 1.15rem;
    line-height: 1.3;
    margin: 0 0 0.5rem;
  }
  h3 {
    font-size: 1rem;
    margin: 0.75rem 0 0.25rem;
  }
  p {
    margin: 0.25rem 0 0.5rem;
  }
  ul,
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li + li {
    border-top: 1px solid var(--hair);
  }
  li {
    padding: 0.6rem 0;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .row > .grow {
    flex: 1 1 14rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  form {
    display: grid;
    gap: 0.75rem;
    background: var(--raised);
    border-radius: var(--radius);
    padding: 1rem;
    margin-top: 0.75rem;
  }
  label,
  legend {
    display: block;
    font-weight: 600;
    margin-bottom: 0.2rem;
  }
  label.tick {
    display: flex;
    gap: 0.6rem;
    align-items: center;
    font-weight: 400;
    min-height: 2.75rem;
    margin: 0;
  }
  input:not([type='checkbox']),
  select,
  textarea {
    width: 100%;
    min-width: 0;
  }
  input[type='checkbox'] {
    width: 1.35rem;
    height: 1.35rem;
    min-height: 0;
    flex: none;
    accent-color: var(--accent);
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  .hint {
    color: var(--quiet);
    font-size: 0.9rem;
    margin: 0.2rem 0 0;
  }
  .wrong {
    color: var(--bad);
    font-weight: 600;
    margin: 0.25rem 0 0;
  }
  .warn {
    color: var(--warn);
    font-weight: 600;
  }
  .good {
    color: var(--good);
    font-weight: 600;
  }
  .notice {
    background: var(--mark);
    border-radius: var(--radius);
    padding: 0.4rem 0.75rem;
    margin: 0.5rem 0;
  }
  .notice button {
    margin-left: auto;
  }
  @media (max-width: 30rem) {
    section {
      padding: 0.75rem;
    }
    form {
      padding: 0.75rem;
    }
  }
`;
