/** What a key press means at the desk. */
export type KeyAction =
  | { readonly kind: 'MOVE'; readonly by: number }
  | { readonly kind: 'ALTERNATIVE'; readonly index: number }
  | {
      readonly kind:
        | 'OPEN'
        | 'CLEAR'
        | 'CLOSE_PANEL'
        | 'COPY'
        | 'NEAR'
        | 'ABSENCE'
        | 'REVEAL'
        | 'MAIL'
        | 'MESSAGE'
        | 'DIAL'
        | 'HELP'
        /** It is typed, and belongs in the search field. */
        | 'TYPE';
    };

/** A key press, as the browser tells it. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
};

/** What the desk shows. */
export type Situation = {
  readonly panel: boolean;
  /** Whether a hit has been chosen with Enter: from then on digits lead to those who answer instead. */
  readonly opened: boolean;
  readonly alternatives: number;
  /** Whether the press goes to a button or a link, which has its own meaning of Enter and space. */
  readonly onControl: boolean;
};

const named: Readonly<Record<string, KeyAction>> = {
  ArrowDown: { kind: 'MOVE', by: 1 },
  ArrowUp: { kind: 'MOVE', by: -1 },
  PageDown: { kind: 'MOVE', by: 8 },
  PageUp: { kind: 'MOVE', by: -8 },
  Enter: { kind: 'OPEN' },
  Escape: { kind: 'CLEAR' },
  F1: { kind: 'HELP' },
  '?': { kind: 'HELP' },
  F2: { kind: 'COPY' },
  F3: { kind: 'NEAR' },
  F4: { kind: 'ABSENCE' },
  F6: { kind: 'REVEAL' },
  F7: { kind: 'MAIL' },
  F8: { kind: 'MESSAGE' },
  F9: { kind: 'DIAL' },
};

/** What a key means now; null when it means what it always does. */
export function actionOf(press: KeyPress, at: Situation): KeyAction | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (at.panel) return press.key === 'Escape' ? { kind: 'CLOSE_PANEL' } : null;
  if (at.onControl && (press.key === 'Enter' || press.key === ' ')) return null;
  const digit = /^[1-9]$/.test(press.key) ? Number(press.key) : 0;
  if (at.opened && digit > 0 && digit <= at.alternatives)
    return { kind: 'ALTERNATIVE', index: digit - 1 };
  return named[press.key] ?? (press.key.length === 1 ? { kind: 'TYPE' } : null);
}
