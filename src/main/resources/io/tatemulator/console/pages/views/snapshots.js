// Stored states of the whole emulator.

import { control } from '../api.js';
import { Action, Field, Form, Fragment, LiveView, Table, h } from '../parts.js';
import { inLocalTime } from '../times.js';
import { text } from '../texts.js';

export class Snapshots extends LiveView {
  kinds = ['control'];

  load() {
    return control('GET', 'snapshots');
  }

  save({ name, file }) {
    const body = file.size > 0 ? file : undefined;
    return this.attempt(() => control('PUT', 'snapshots/' + encodeURIComponent(name), body));
  }

  reset() {
    return confirm(text('confirmReset')) && this.attempt(() => control('POST', 'reset'));
  }

  render(_, { snapshots }) {
    if (snapshots === undefined) {
      return this.errors();
    }
    return h(Fragment, null,
      h('h1', null, text('snapshots')),
      this.errors(),
      h(Table, {
        caption: text('snapshots'),
        rows: snapshots,
        rowKey: (snapshot) => snapshot.name,
        columns: [
          [text('name'), (snapshot) => h('strong', null, snapshot.name)],
          [text('savedAt'), (snapshot) => inLocalTime(snapshot.savedAt)],
          [text('size'), (snapshot) => Math.ceil(snapshot.bytes / 1024) + ' KB'],
          [text('actions'), (snapshot) => this.actions(snapshot.name)],
        ],
      }),
      h('section', { class: 'card' }, h('h2', null, text('saveSnapshot')), h('p', null, text('saveSnapshotHint')),
        h(Form, { name: text('saveSnapshot'), onSend: (values) => this.save(values) },
          h(Field, { label: text('name'), name: 'name', required: true, initial: '', pattern: '[A-Za-z0-9][A-Za-z0-9._\\-]{0,63}' }),
          h(Field, { label: text('file'), name: 'file', type: 'file', accept: '.json,application/json' }),
          h('button', { type: 'submit', class: 'main' }, text('save')))),
      h('section', { class: 'card' }, h('h2', null, text('reset')), h('p', null, text('resetHint')),
        h(Action, { onClick: () => this.reset() }, text('reset'))));
  }

  actions(name) {
    const path = 'snapshots/' + name;
    return h('span', { class: 'bar' },
      h(Action, { onClick: () => confirm(text('confirmLoad', name)) && this.attempt(() => control('POST', path + '/load')) }, text('load')),
      h('a', { href: '/_tat/' + path, download: name + '.json' }, text('export')),
      h(Action, { onClick: () => confirm(text('confirmDelete', name)) && this.attempt(() => control('DELETE', path)) }, text('delete')));
  }
}
