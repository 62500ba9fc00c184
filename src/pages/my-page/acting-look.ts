import { css } from 'lit';

/** How the parts stand that somebody has opened to help a person or a unit. */
export const actingLook = css`
  .acting,
  .column {
    display: grid;
    gap: 0.75rem;
    align-content: start;
    min-width: 0;
  }
  .acting {
    margin: 0.75rem 0;
  }
  @media (max-width: 30rem) {
    .acting {
      margin-inline: -0.5rem;
    }
  }
  @media (min-width: 60rem) {
    .acting {
      grid-template-columns: 1fr 1fr;
      align-items: start;
    }
    .wide {
      grid-column: 1 / -1;
    }
  }
`;
