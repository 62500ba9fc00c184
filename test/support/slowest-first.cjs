const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take longest, by a part of their paths: begun last, one of them would keep everybody waiting. */
const slow = [
  'pages/',
  'medium/twins/',
  'medium/sync/command',
  'medium/demo/',
  'medium/audit/command',
  'medium/samba/',
  'api/matrix',
  'medium/keys/',
  'api/door/hostile',
];

/** Begins with the slowest tests, and leaves the others in Jest's order. */
module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = slow.findIndex((part) => path.includes(part));
      return at === -1 ? slow.length : at;
    };
    return super.sort(tests).toSorted((a, b) => rank(a) - rank(b));
  }
};
