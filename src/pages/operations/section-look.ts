import { css } from 'lit';

/** How sections, their tables and marks look; on a narrow screen each row of a table is a card. */
export const sectionLook = css`
  h2 {
    margin: 0 0 0.75rem;
    font-size: 1.25rem;
  }
  h3 {
    margin: 0 0 0.4rem;
    font-size: 1rem;
  }
  p {
    margin: 0 0 0.5rem;
  }
  section {
    background: var(--surface);
    border: 1px solid var(--hair);
    border-radius: var(--radius);
    padding: 1rem 1.25rem;
  }
  ul {
    margin: 0 0 0.75rem;
    padding-inline-start: 1.2rem;
  }
  ul.plain {
    list-style: none;
    padding: 0;
    margin: 0;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    text-align: start;
    color: var(--quiet);
    font-weight: 600;
    font-size: 0.875rem;
  }
  th,
  td {
    padding: 0.5rem 0.75rem 0.5rem 0;
    border-block-end: 1px solid var(--hair);
    vertical-align: top;
  }
  td > button,
  td > confirm-button {
    margin-block: -0.35rem;
  }
  tr:last-child > td {
    border-block-end: 0;
  }
  .mark::before {
    content: '';
    display: inline-block;
    inline-size: 0.65rem;
    block-size: 0.65rem;
    border-radius: 50%;
    margin-inline-end: 0.45rem;
    background: var(--quiet);
  }
  .mark.good::before {
    background: var(--good);
  }
  .mark.bad::before {
    background: var(--bad);
    border-radius: 0;
  }
  .mark.warn::before {
    background: var(--warn);
    border-radius: 0;
    transform: rotate(45deg) scale(0.9);
  }
  .bad {
    color: var(--bad);
  }
  .warn {
    color: var(--warn);
  }
  .notice {
    color: var(--good);
  }
  .fault,
  .told {
    border-inline-start: 4px solid var(--bad);
    padding: 0.5rem 0.75rem;
    background: var(--raised);
  }
  .told {
    border-color: var(--warn);
  }
  form {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: 0.75rem 1rem;
    align-items: start;
    margin-block-start: 1rem;
  }
  /* Beside the fields, not their names. */
  form > button {
    justify-self: start;
    margin-block-start: 1.7rem;
  }
  form h3,
  fieldset {
    grid-column: 1 / -1;
  }
  label.field {
    display: grid;
    gap: 0.25rem;
    font-weight: 600;
  }
  label.field :is(input, select) {
    font-weight: 400;
  }
  label.field small {
    font-weight: 400;
    color: var(--quiet);
  }
  fieldset {
    border: 1px solid var(--hair);
    border-radius: var(--radius);
    margin: 0;
  }
  label.check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2.75rem;
  }
  input[type='checkbox'] {
    min-block-size: 1.5rem;
    inline-size: 1.5rem;
    accent-color: var(--accent);
  }
  input,
  select {
    min-inline-size: 0;
    inline-size: 100%;
  }
  code {
    overflow-wrap: anywhere;
  }
  @media (width < 48rem) {
    section {
      padding: 1rem;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
      block-size: 1px;
      inline-size: 1px;
      overflow: hidden;
    }
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    tr {
      border: 1px solid var(--hair);
      border-radius: var(--radius);
      padding: 0.5rem 0.75rem;
      margin-block-end: 0.75rem;
    }
    td {
      display: grid;
      grid-template-columns: 7rem minmax(0, 1fr);
      gap: 0.5rem;
      border: 0;
      padding: 0.2rem 0;
      overflow-wrap: anywhere;
    }
    td[data-label='']::before {
      display: none;
    }
    td[data-label=''] {
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
    }
    td::before {
      content: attr(data-label);
      color: var(--quiet);
      font-size: 0.875rem;
    }
  }
`;
