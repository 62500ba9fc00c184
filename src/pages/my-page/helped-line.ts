import { html, LitElement } from 'lit';
import { ask } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import { setSharedLine, sharedLine } from './documents.js';
import { Opening } from './opening.js';
import './people-section.js';
import type { ChosenPeople } from './people-section.js';
import { faultText } from './refusals.js';
import type { SharedLineFactsQuery } from './schema-types.js';
import type { Opened, Shown } from './shown.js';

type Line = Extract<
  NonNullable<SharedLineFactsQuery['node']>,
  { readonly id: string; readonly displayName: string }
>;

/** Who is responsible for a shared telephone of one's units (P16), to say it. */
export class HelpedLine extends LitElement {
  static override properties = { shown: { attribute: false } };
  static override styles = [controls];
  declare shown: Opened;
  private readonly opening = new Opening<Line>(this, readLine);

  override render() {
    const { token, language, said } = this.shown;
    const { known: line, fault } = this.opening;
    if (line === null)
      return html`<p role="status">
        ${fault === null ? said.loading : faultText(fault, language)}
      </p>`;
    const shown = { token, language, said };
    return html`<people-section
      data-place="responsible"
      .shown=${shown}
      .chosen=${responsibleOf(shown, line)}
    ></people-section>`;
  }
}
customElements.define('helped-line', HelpedLine);

async function readLine({ token, id }: Opened): Promise<Line | null> {
  const { node } = await ask<SharedLineFactsQuery>(token, sharedLine, { id });
  return node !== null && 'displayName' in node ? (node as Line) : null;
}

function responsibleOf({ said }: Shown, line: Line): ChosenPeople {
  const { id, version: expectedVersion, responsible, municipality } = line;
  return {
    title: said.lineTitle(line.displayName),
    hint: said.lineHint,
    nobody: said.noLineResponsible,
    add: said.addLineResponsible,
    people: responsible === null ? [] : [responsible],
    most: 1,
    ordered: false,
    near: municipality.code,
    change: ([responsibleId = null]) => ({
      document: setSharedLine,
      input: { id, responsibleId, expectedVersion },
    }),
  };
}
