import { css } from 'lit';

/** How the card looks. */
export const cardLook = css`
  article {
    display: grid;
    gap: 1rem;
    align-content: start;
    background: var(--surface);
    border: 1px solid var(--hair);
    border-radius: var(--radius);
    padding: 1rem 1.25rem;
  }
  h2 {
    font-size: 1.5rem;
    line-height: 1.2;
  }
  .verdict {
    border-left: 5px solid currentColor;
    padding-left: 0.9rem;
  }
  .large {
    display: flex;
    gap: 0.5rem;
    font-size: 1.5rem;
    line-height: 1.25;
    font-weight: 650;
  }
  .phrase {
    color: var(--text);
    margin-top: 0.4rem;
    font-size: 1.05rem;
  }
  .number {
    font-size: clamp(1.6rem, 6vw, 2.6rem);
    font-weight: 700;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    margin-bottom: 0.5rem;
  }
  .number.hidden {
    font-size: 1.2rem;
    font-weight: 400;
    color: var(--quiet);
  }
  .row {
    display: flex;
    gap: 0.5rem;
    flex-wrap: wrap;
  }
  button.main kbd {
    background: transparent;
    border-color: currentColor;
  }
  .others button {
    width: 100%;
    display: flex;
    gap: 0.6rem;
    align-items: baseline;
    text-align: left;
    border-color: var(--hair);
  }
  .others li + li {
    margin-top: 0.3rem;
  }
  .large .sign {
    flex: none;
    min-width: 0;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr));
    gap: 0 1.5rem;
    align-items: start;
  }
  .facts > * {
    padding-bottom: 1rem;
  }
  @media (min-width: 60rem) {
    .facts:has(.absence) {
      grid-template-columns: minmax(17rem, 1fr) 1fr;
      grid-auto-flow: dense;
    }
    .absence {
      grid-area: 1 / 2 / span 9;
    }
  }
  .numbers .good,
  .numbers .bad {
    display: inline-block;
  }
  .numbers li,
  .absences li {
    display: grid;
    grid-template-columns: 6.25rem minmax(0, 1fr);
    padding: 0.15rem 0;
  }
  footer {
    margin-top: -1rem;
    border-top: 1px solid var(--hair);
    padding-top: 0.75rem;
    display: grid;
    gap: 0.5rem;
  }
`;
