import { describe, expect, test } from '@jest/globals';
import { actionOf, type Situation } from '../../../../src/pages/console/keys.js';
import {
  letterOf,
  offeredReasons,
  panelActionOf,
  reasonOfKey,
} from '../../../../src/pages/console/absence-keys.js';

const desk: Situation = { panel: false, opened: false, alternatives: 2, onControl: false };
const pressed = (key: string, at: Partial<Situation> = {}, more = {}) =>
  actionOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...more }, { ...desk, ...at });

describe('a key at the desk', () => {
  test('that is written goes to the search field, digits too', () => {
    for (const key of ['a', 'Ö', '1', '-', ' ']) expect(pressed(key)).toEqual({ kind: 'TYPE' });
  });

  test('that is a digit leads on from an opened card, as far as there are any', () => {
    expect(pressed('2', { opened: true })).toEqual({ kind: 'ALTERNATIVE', index: 1 });
    expect(pressed('3', { opened: true })).toEqual({ kind: 'TYPE' });
    expect(pressed('0', { opened: true })).toEqual({ kind: 'TYPE' });
  });

  test('with Ctrl, Alt or Meta is the browser’s', () => {
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
      for (const key of ['F4', 'a', 'Enter']) expect(pressed(key, {}, more)).toBe(null);
  });

  test('is a panel’s own while one is open, but for Escape', () => {
    expect(pressed('Escape', { panel: true })).toEqual({ kind: 'CLOSE_PANEL' });
    for (const key of ['F4', 'l', '1', 'Enter']) expect(pressed(key, { panel: true })).toBe(null);
  });

  test('presses a button that has the focus', () => {
    for (const key of ['Enter', ' ']) expect(pressed(key, { onControl: true })).toBe(null);
    expect(pressed('F4', { onControl: true })).toEqual({ kind: 'ABSENCE' });
  });
});

test('each reason for absence has a letter of its own, in either case, and none is that which ends', () => {
  expect(new Set(offeredReasons.map(letterOf)).size).toBe(offeredReasons.length);
  for (const reason of offeredReasons) {
    expect(reasonOfKey(letterOf(reason))).toBe(reason);
    expect(reasonOfKey(letterOf(reason).toLowerCase())).toBe(reason);
  }
  for (const key of ['x', '1', 'Enter', 'Tab', '']) expect(reasonOfKey(key)).toBe(null);
});

describe('a key in the absence panel', () => {
  test('sets a reason outside fields and where the time is typed, and is written in the other two', () => {
    const lunch = { kind: 'SET', reason: 'LUNCH' };
    expect(panelActionOf('l', null, false)).toEqual(lunch);
    expect(panelActionOf('L', 'until', true)).toEqual(lunch);
    for (const at of ['from', 'instead'] as const)
      for (const key of ['l', 'x', '1', ' ']) expect(panelActionOf(key, at, false)).toBe(null);
    for (const key of ['1', '/', '.', 'Tab', 'Backspace'])
      expect(panelActionOf(key, 'until', false)).toBe(null);
  });

  test('ends what runs, but not while something planned is changed', () => {
    expect(panelActionOf('x', 'until', false)).toEqual({ kind: 'END' });
    expect(panelActionOf('x', 'until', true)).toEqual({ kind: 'NOTHING' });
  });

  test('is Escape, which leaves the change before the panel', () => {
    expect(panelActionOf('Escape', 'from', true)).toEqual({ kind: 'LEAVE' });
    expect(panelActionOf('Escape', 'from', false)).toBe(null);
  });

  test('leads from field to field by arrows, and back to where a letter sets it by Enter', () => {
    expect(panelActionOf('ArrowDown', 'until', false)).toEqual({ kind: 'FOCUS', field: 'from' });
    expect(panelActionOf('ArrowUp', 'instead', false)).toEqual({ kind: 'FOCUS', field: 'from' });
    expect(panelActionOf('Enter', 'from', false)).toEqual({ kind: 'FOCUS', field: 'until' });
    expect(panelActionOf('Enter', 'from', true)).toEqual({ kind: 'SAVE' });
    expect(panelActionOf('Enter', null, false)).toBe(null);
  });
});
