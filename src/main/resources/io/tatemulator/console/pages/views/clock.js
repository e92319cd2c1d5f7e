// The emulator's clock, which users can move.

import { control } from '../api.js';
import { Action, Field, Form, Fragment, LiveView, Table, h } from '../parts.js';
import { inBeijing, inLocalTime, localZone } from '../times.js';
import { text } from '../texts.js';

export class Clock extends LiveView {
  kinds = ['clock', 'control', 'fires'];
  state = { isMoving: false };

  async load() {
    return { clock: await control('GET', 'clock') };
  }

  async move(path, body) {
    this.setState({ isMoving: true, moved: null });
    const moved = await this.attempt(() => control('POST', 'clock/' + path, body));
    this.setState({ isMoving: false, moved });
  }

  set(body) {
    return this.attempt(() => control('PUT', 'clock', body));
  }

  render(_, { clock, moved, isMoving }) {
    if (clock === undefined) {
      return this.errors();
    }
    return h(Fragment, null,
      h('h1', null, text('clock')),
      this.errors(),
      h('dl', null,
        h('dt', null, text('mode')), h('dd', null, text('mode_' + clock.mode)),
        h('dt', null, 'UTC'), h('dd', null, h('time', { id: 'now', dateTime: clock.now }, clock.now)),
        h('dt', null, text('beijing')), h('dd', null, inBeijing(clock.now)),
        h('dt', null, text('localTime') + ' (' + localZone() + ')'), h('dd', null, inLocalTime(clock.now))),
      h('section', { class: 'card' }, h('h2', null, text('setClock')), h('p', null, text('setClockHint')),
        h(Form, { name: text('setClock'), onSend: (values) => this.set({ mode: values.mode, now: values.now }) },
          h(Field, { label: text('time'), name: 'now', required: true, initial: clock.now, hint: '2021-08-31T15:59:00Z' }),
          h(Field, { label: text('mode'), name: 'mode', initial: 'frozen', options: [['frozen', text('mode_frozen')], ['offset', text('mode_offset')]] }),
          h('button', { type: 'submit', class: 'main' }, text('set'))),
        h('p', { class: 'bar' },
          h(Action, { onClick: () => this.set({ mode: 'frozen' }) }, text('freeze')),
          h(Action, { onClick: () => this.set({ mode: 'real' }) }, text('followHost')))),
      h('section', { class: 'card' }, h('h2', null, text('advance')), h('p', null, text('advanceHint')),
        h(Form, { name: text('advanceBy'), onSend: ({ by }) => this.move('advance', { by }) },
          h(Field, { label: text('advanceBy'), name: 'by', required: true, initial: 'PT1M', hint: 'PT1M, PT36H, P30D' }),
          h('button', { type: 'submit', class: 'main', disabled: isMoving }, text('advance'))),
        h(Form, { name: text('advanceTo'), onSend: ({ to }) => this.move('advance', { to }) },
          h(Field, { label: text('advanceTo'), name: 'to', required: true, initial: clock.now }),
          h('button', { type: 'submit', disabled: isMoving }, text('advance'))),
        h('p', { class: 'bar' },
          h(Action, { disabled: isMoving, onClick: () => this.move('advance-to-next') }, text('advanceToNext')),
          h(Action, { disabled: !isMoving, onClick: () => this.attempt(() => control('DELETE', 'clock/advance')) }, text('cancel')))),
      moved ? this.fires(moved) : null);
  }

  fires(moved) {
    return h('section', { 'aria-live': 'polite' },
      h('p', { class: 'moved' }, text('moved', inBeijing(moved.from), inBeijing(moved.now), moved.fired)),
      h(Table, {
        caption: text('fires'),
        rows: moved.fires.slice(0, 100),
        rowKey: (fire) => fire.invokerId + fire.dueAt,
        columns: [
          [text('beijing'), (fire) => h('time', { dateTime: fire.dueAt }, inBeijing(fire.dueAt))],
          [text('invoker'), (fire) => h('code', null, fire.invokerId)],
          [text('invocation'), (fire) => h('code', null, fire.invocationId)],
        ],
      }));
  }
}
