import { html, nothing, type TemplateResult } from 'lit';
import { nameOf } from './code-names.js';
import type { Finding } from './facts.js';
import type { Place } from './mending.js';
import type { Shown } from './shown.js';
import { saidDay } from './swedish-time.js';

/** What is to be mended and since when, with the way there where one can do it oneself; `about` names of whom, where there are several. */
export function findingLine(
  { said, language }: Shown,
  { rule, since }: Finding,
  about: string | null,
  place: Place | null,
  mend: (place: Place) => void,
): TemplateResult {
  const text = nameOf('rule', rule, language);
  return html`${text}
    <span class="quiet">(${said.since(saidDay(since, new Date(), language))})</span>
    ${
      place === null
        ? nothing
        : html`<br /><a
              href="#${place}"
              aria-label=${[said.mend, ...(about === null ? [] : [about]), text].join(': ')}
              @click=${(event: Event) => {
                event.preventDefault();
                mend(place);
              }}
              >${said.mend}</a
            >`
    }`;
}
