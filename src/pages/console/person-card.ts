import { html, LitElement, type TemplateResult } from 'lit';
import { controls } from '../look/controls.js';
import type { Language } from '../words/words.js';
import { cardFacts } from './card-facts.js';
import { largeNumber } from './card-numbers.js';
import { othersOf, type CardOther } from './card-others.js';
import { isKept, type CardNode } from './card-state.js';
import type { CardNumber, Details, EntryDetails, KeptEntry } from './entry.js';
import { runningAndComing } from './card-absences.js';
import { asksForNumbers, hiddenDetails } from './hidden-details.js';
import type { KeyAction } from './keys.js';
import { cardLook } from './card-look.js';
import { deskLook } from './look.js';
import { numberText } from './phone-text.js';
import { reachWords } from './reach-words.js';
import type { Verdict } from './schema-types.js';
import { consoleWords } from './words.js';

/** Somebody, as the operator needs them while a caller waits. Tells what is pressed as `act`. */
export class PersonCard extends LitElement {
  static override properties = {
    node: { attribute: false },
    details: { attribute: false },
    given: { attribute: false },
    revealed: { type: Boolean },
    opened: { type: Boolean },
    failed: { type: Boolean },
    now: { attribute: false },
    language: { type: String },
  };
  static override styles = [controls, deskLook, cardLook];
  declare node: CardNode;
  declare details: Details | null;
  declare given: readonly CardNumber[];
  declare revealed: boolean;
  declare opened: boolean;
  /** The rest could not be read. */
  declare failed: boolean;
  declare now: Date;
  declare language: Language;

  override render() {
    const { node } = this;
    const said = consoleWords[this.language];
    const kept = isKept(node) ? node : null;
    const title = kept !== null && 'title' in kept ? kept.title : null;
    const kind = kept === null ? said.unit : kept.type === 'SharedLine' ? said.shared : null;
    const parent = this.details?.type === 'Unit' ? this.details.parent?.name : null;
    const place = [kept?.unit?.name ?? parent, node.municipality.name].filter(Boolean).join(' · ');
    return html`<article>
      <header>
        <h2>${node.displayName}</h2>
        <p>${[title, kind].filter(Boolean).join(' · ')}</p>
        <p class="quiet">${place}</p>
      </header>
      ${kept === null ? '' : this.verdict(kept)} ${this.others()} ${this.rest()}
    </article>`;
  }

  private verdict(kept: KeptEntry): TemplateResult {
    const said = consoleWords[this.language];
    const left = 'leftAt' in kept && kept.leftAt !== null;
    const { reachability } = kept;
    if (reachability === null) return html``;
    const { sign, tone, large } = reachWords(reachability, this.now, this.language);
    const to = reachability.connectTo ?? this.given[0] ?? null;
    const other = reachability.answeredBy;
    const toOther = reachability.connectTo !== null && other !== null && other.id !== kept.id;
    return html`<div class="verdict ${tone}" aria-live=${this.opened ? 'polite' : 'off'}>
        <p class="large">
          <span class="sign" aria-hidden="true">${sign}</span>
          <span>${left ? `${said.left}. ` : ''}${large}</span>
        </p>
        ${
          reachability.phrase === null
            ? ''
            : html`<p class="phrase">
                <span class="quiet">${said.sayToCaller}:</span>
                <q lang="sv">${reachability.phrase}</q>
              </p>`
        }
      </div>
      <div class="connect">
        ${
          to === null
            ? this.withoutNumber(reachability.verdict)
            : html`<h3>${said.connectTo}${toOther ? ` ${other.displayName}` : ''}</h3>
                ${largeNumber(to, this.revealed, said)}
                <div class="row">
                  ${this.button({ kind: 'DIAL' }, 'F9', said.dial, 'main')}
                  ${this.button({ kind: 'COPY' }, 'F2', said.copy)}
                </div>`
        }
      </div>`;
  }

  private withoutNumber(verdict: Verdict): TemplateResult | string {
    const said = consoleWords[this.language];
    if (verdict === 'UNKNOWN')
      return this.button({ kind: 'REVEAL' }, 'F6', said.askNumbers, 'main');
    // Whoever is busy has a number: the caller waits for it.
    return verdict === 'HOLD_OR_CALL_BACK' ? '' : html`<p class="quiet">${said.noNumber}</p>`;
  }

  private others(): TemplateResult | string {
    const others = othersOf(this.details);
    const said = consoleWords[this.language];
    if (others.length === 0)
      return this.details?.type === 'Unit' ? html`<p class="quiet">${said.noGroup}</p>` : '';
    const heading = this.details?.type === 'Unit' ? said.answerGroup : said.alternatives;
    return html`<div>
      <h3>${heading}</h3>
      <ol class="others">
        ${others.map(
          (other, index) =>
            html`<li>
              <button @click=${() => this.act({ kind: 'ALTERNATIVE', index })}>
                <kbd>${index + 1}</kbd>
                <span><b>${other.displayName}</b> ${this.roleOf(other)}</span>
              </button>
            </li>`,
        )}
      </ol>
    </div>`;
  }

  private roleOf({ role, title, canConnect, number }: CardOther): TemplateResult {
    const said = consoleWords[this.language];
    const roles = {
      ALTERNATIVE: title,
      ANSWER_GROUP: title,
      PHONE_RESPONSIBLE: said.phoneResponsible,
      MANAGER: said.manager,
      RESPONSIBLE: said.responsible,
    };
    const shown = number !== null && (number.mayTellCaller === true || this.revealed);
    const can =
      canConnect === null
        ? ''
        : html`<span class=${canConnect ? 'good' : 'bad'}
            ><span class="sign" aria-hidden="true">${canConnect ? '✓' : '✕'}</span>${
              canConnect ? said.canConnect : said.cannotConnect
            }</span
          >`;
    return html`<span class="quiet">${roles[role]}</span> ${can}
      ${shown ? html`<span>${numberText(number)}</span>` : ''}`;
  }

  private rest(): TemplateResult | string {
    const { details, language, given, revealed, now } = this;
    if (details === null)
      return this.failed ? html`<p class="bad">${consoleWords[language].notRead}</p>` : '';
    return html`${cardFacts(details, { given, revealed, now, language })} ${this.foot(details)}`;
  }

  /** What can be done beside the answer. */
  private foot(details: Details): TemplateResult | string {
    if (details.type === 'Unit') return '';
    const said = consoleWords[this.language];
    const hidden = hiddenDetails(details);
    const worksHere = details.type === 'Person' && details.leftAt === null;
    const mail = details.reachability?.messageTo;
    const isOwn = mail?.entry.id === details.id;
    const isAbsent =
      details.type === 'Person' && runningAndComing(details.absences, this.now).running.length > 0;
    return html`<footer>
      ${hidden > 0 && !this.revealed ? html`<p class="quiet">${said.hiddenRows(hidden)}</p>` : ''}
      <div class="row">
        ${worksHere ? this.button({ kind: 'ABSENCE' }, 'F4', isAbsent ? said.changeAbsence : said.setAbsence) : ''}
        ${this.revealing(details, hidden)}
        ${mail ? this.button({ kind: 'MAIL' }, 'F7', isOwn ? said.mail : said.mailTo(mail.entry.displayName)) : ''}
      </div>
    </footer>`;
  }

  private revealing(details: EntryDetails, hidden: number): TemplateResult | string {
    const said = consoleWords[this.language];
    const given = this.given.length > 0;
    if (asksForNumbers(details) && !given) {
      // Where there is no other answer, the button stands in place of the number.
      if (details.reachability?.verdict === 'UNKNOWN') return '';
      return this.button({ kind: 'REVEAL' }, 'F6', said.askNumbers);
    }
    if (hidden === 0 && !given) return '';
    return this.button({ kind: 'REVEAL' }, 'F6', this.revealed ? said.hide : said.show);
  }

  private button(action: KeyAction, key: string, text: string, kind = ''): TemplateResult {
    return html`<button class=${kind} @click=${() => this.act(action)}>
      <kbd>${key}</kbd> ${text}
    </button>`;
  }

  private act(action: KeyAction): void {
    this.dispatchEvent(new CustomEvent('act', { detail: action }));
  }
}
customElements.define('person-card', PersonCard);
