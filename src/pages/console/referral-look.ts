import { css } from 'lit';
import { optionLook } from './look.js';

/** How the field and the list of whoever answers instead look. */
export const referralLook = [
  optionLook,
  css`
    :host {
      position: relative;
    }
    label {
      display: block;
      font-weight: 600;
      margin-bottom: 0.2rem;
    }
    input {
      width: 100%;
    }
    input::placeholder {
      color: var(--quiet);
      opacity: 1;
    }
    [role='listbox'] {
      position: absolute;
      inset-inline: 0;
      z-index: 1;
      border-color: var(--line);
      box-shadow: 0 6px 20px rgb(0 0 0 / 25%);
      overflow: hidden;
    }
    #told {
      font-size: 0.88rem;
      margin-top: 0.2rem;
    }
  `,
];
