import { css } from 'lit';

/** How the fields of the absence panel and what is planned look. */
export const absenceLook = css`
  .fields {
    display: grid;
    grid-template-columns: minmax(7rem, 1fr) minmax(9rem, 1fr) minmax(14rem, 2.5fr);
    gap: 0.5rem 0.75rem;
    align-items: start;
  }
  .read {
    min-height: 1.3rem;
    margin-top: 0.2rem;
    font-size: 0.88rem;
    color: var(--quiet);
  }
  input::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  #hint {
    font-size: 0.88rem;
    margin-top: -0.5rem;
  }
  .planned {
    max-height: 14rem;
    overflow: auto;
  }
  .running,
  .planned li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem 0.75rem;
    align-items: center;
  }
  .planned li {
    border-top: 1px solid var(--hair);
    padding: 0.35rem 0;
  }
  @media (max-width: 40rem) {
    .running,
    .planned li {
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
    }
    .fields {
      grid-template-columns: 1fr 1fr;
    }
    referral-field {
      grid-column: 1 / -1;
    }
  }
`;
