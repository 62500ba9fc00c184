import { css } from 'lit';

/** The frame of the desk: side by side where there is room, one at a time where there is not. */
export const deskFrame = css`
  :host {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem clamp(0.75rem, 2vw, 1.5rem) 4.5rem;
    max-width: 90rem;
    margin: 0 auto;
  }
  .search {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.15rem 0.75rem;
  }
  .search label {
    font-size: 0.85rem;
    font-weight: 600;
    grid-row: 1;
  }
  #search,
  #near {
    grid-row: 2;
  }
  #search {
    font-size: 1.35rem;
    font-weight: 600;
    min-height: 3.25rem;
    border-width: 2px;
    width: 100%;
  }
  .done {
    font-weight: 600;
    color: var(--good);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(20rem, 5fr) 7fr;
    gap: 1rem;
    align-items: start;
  }
  .outcome {
    margin-bottom: 0.4rem;
  }
  .side {
    display: grid;
    gap: 0.75rem;
    min-width: 0;
  }
  .back {
    display: none;
    justify-self: start;
  }
  footer {
    position: fixed;
    inset: auto 0 0 0;
    background: var(--surface);
    border-top: 1px solid var(--line);
    padding: 0.4rem clamp(0.75rem, 2vw, 1.5rem);
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    align-items: center;
    font-size: 0.88rem;
  }
  footer ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    flex: 1;
  }
  .row {
    display: flex;
    gap: 0.5rem;
  }
  @media (max-width: 36rem) {
    .search {
      grid-template-columns: minmax(0, 1fr);
    }
    .search label,
    #search,
    #near {
      grid-row: auto;
    }
    .search .near {
      margin-top: 0.4rem;
    }
    footer p,
    footer ul {
      flex-basis: 100%;
    }
  }
  @media (max-width: 52rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .opened .list {
      display: none;
    }
    .opened .back {
      display: block;
    }
    .columns:not(.opened) person-card {
      display: none;
    }
    footer {
      position: static;
      margin-inline: calc(-1 * clamp(0.75rem, 2vw, 1.5rem));
    }
    :host {
      padding-bottom: 0;
    }
  }
`;
