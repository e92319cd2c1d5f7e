// Two texts side by side, with the characters marked in which they differ.

import { h } from '../parts.js';
import { text } from '../texts.js';

export function Differences({ of, expected, actual }) {
  const left = expected.split('\n');
  const right = actual === undefined ? null : actual.replaceAll('\r', '').split('\n');
  const count = Math.max(left.length, right?.length ?? 0);
  return h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': of },
    h('table', { class: 'differences' },
      h('thead', null, h('tr', null,
        h('th', { scope: 'col' }, text('line')),
        h('th', { scope: 'col' }, text('expectedByEmulator')),
        right === null ? null : h('th', { scope: 'col' }, text('signedByClient')))),
      h('tbody', null, Array.from({ length: count }, (_, i) => {
        const differs = right !== null && left[i] !== right[i];
        return h('tr', { key: i, class: differs ? 'differs' : '' },
          h('th', { scope: 'row' }, i + 1),
          h('td', null, marked(left[i] ?? '', differs ? right[i] ?? '' : null)),
          right === null ? null : h('td', null, marked(right[i] ?? '', differs ? left[i] ?? '' : null)));
      }))));
}

/** Returns a line with the part marked that another one does not have. */
function marked(line, other) {
  if (other === null) {
    return line;
  }
  const shorter = Math.min(line.length, other.length);
  let start = 0;
  while (start < shorter && line[start] === other[start]) {
    start++;
  }
  let end = 0;
  while (end < shorter - start && line[line.length - 1 - end] === other[other.length - 1 - end]) {
    end++;
  }
  const middle = line.slice(start, line.length - end);
  return [line.slice(0, start), h('mark', null, middle === '' ? '∅' : middle), line.slice(line.length - end)];
}
