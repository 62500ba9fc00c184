import { html, type TemplateResult } from 'lit';
import './absence-panel.js';
import { runningAndComing } from './card-absences.js';
import type { CardState } from './card-state.js';
import type { DeskView } from './desk-view.js';
import type { CardAbsence, CardNumber } from './entry.js';
import './key-help.js';
import './message-panel.js';
import './reveal-panel.js';

/** What is open over the desk. */
export function panelPart(view: DeskView): TemplateResult | string {
  const { desk, language, show } = view;
  const { panel } = desk;
  const close = () => show(null);
  switch (panel) {
    case null:
      return '';
    case 'HELP':
      return html`<key-help .language=${language} @close=${close}></key-help>`;
    case 'MESSAGE':
      return html`<message-panel
        .token=${view.token}
        .asked=${desk.card.node === null ? desk.query : ''}
        .near=${desk.near}
        .municipalities=${view.municipalities}
        .language=${language}
        @close=${close}
        @done=${(event: CustomEvent<string>) => {
          // Nor does the name stay on the screen.
          desk.clear();
          show(null, event.detail);
        }}
      ></message-panel>`;
    case 'ABSENCE':
      return absencePart(view);
    case 'REVEAL':
      return revealPart(view);
  }
}

function absencePart({ desk, token, language, municipalities, now, show }: DeskView) {
  const { card } = desk;
  const { node } = card;
  const municipality = municipalities.find(({ code }) => code === node?.municipality.code);
  const { running, coming } = runningAndComing(absencesOf(card), now);
  return html`<absence-panel
    .token=${token}
    .person=${node}
    .running=${running[0] ?? null}
    .coming=${coming}
    .current=${async () => {
      await card.reading;
      return runningAndComing(absencesOf(card), new Date()).running[0] ?? null;
    }}
    .reasons=${municipality?.absenceReasons ?? []}
    .language=${language}
    @close=${() => show(null)}
    @done=${(event: CustomEvent<string>) => {
      card.read();
      show(null, event.detail);
    }}
  ></absence-panel>`;
}

/** Present and coming absences, as far as the card has been read. */
function absencesOf({ details }: CardState): readonly CardAbsence[] {
  return details?.type === 'Person' ? details.absences : [];
}

function revealPart({ desk, token, language, show }: DeskView) {
  const { card } = desk;
  return html`<reveal-panel
    .token=${token}
    .person=${card.node}
    .language=${language}
    @close=${() => show(null)}
    @given=${(event: CustomEvent<readonly CardNumber[]>) => {
      card.given = event.detail;
      card.revealed = true;
      show(null);
    }}
  ></reveal-panel>`;
}
