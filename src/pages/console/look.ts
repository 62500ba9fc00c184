import { css } from 'lit';

/** What list and card share: signs, keys, tones. */
export const deskLook = css`
  .good {
    color: var(--good);
  }
  .warn {
    color: var(--warn);
  }
  .bad {
    color: var(--bad);
  }
  .sign {
    display: inline-block;
    min-width: 1.4em;
    font-weight: 700;
    text-align: center;
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h3 {
    font-size: 0.85rem;
    font-weight: 600;
    color: var(--quiet);
    margin-bottom: 0.25rem;
  }
  ul,
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  button {
    min-height: 2.25rem;
    padding: 0.25rem 0.65rem;
  }
  @media (pointer: coarse) {
    button,
    select {
      min-height: 2.75rem;
    }
  }
`;

/** How a list of hits looks, wherever one chooses from it. */
export const optionLook = css`
  [role='listbox'] {
    border-radius: var(--radius);
    background: var(--surface);
    border: 1px solid var(--hair);
  }
  [hidden] {
    display: none;
  }
  [role='option'] {
    padding: 0.45rem 0.75rem;
    border-left: 5px solid transparent;
    cursor: pointer;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    justify-content: space-between;
  }
  [role='option'] + [role='option'] {
    border-top: 1px solid var(--hair);
  }
  [role='option'][aria-selected='true'] {
    background: var(--mark);
    border-left-color: var(--accent);
  }
  .name {
    font-weight: 650;
  }
  .state .sign {
    text-align: left;
  }
  .state {
    font-weight: 600;
    font-size: 0.92rem;
  }
  .place {
    flex-basis: 100%;
    font-size: 0.88rem;
  }
`;

/** How a panel looks. */
export const panelLook = css`
  section {
    border: 2px solid var(--accent);
    border-radius: var(--radius);
    background: var(--surface);
    padding: 1rem;
    display: grid;
    gap: 0.75rem;
  }
  h2 {
    font-size: 1.1rem;
  }
  label {
    display: grid;
    gap: 0.2rem;
    font-weight: 600;
  }
  label input,
  label select,
  label textarea {
    font-weight: 400;
    width: 100%;
  }
  form {
    display: grid;
    gap: 0.6rem;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(11rem, 45%), 1fr));
    gap: 0.4rem;
  }
  .choices button {
    text-align: left;
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
  .row {
    display: flex;
    gap: 0.5rem;
    flex-wrap: wrap;
  }
`;
