// The instances of the tenant.

import { control, tenantQuery } from '../api.js';
import { Action, Field, Form, Fragment, LiveView, Status, Table, h } from '../parts.js';
import { text } from '../texts.js';

const SHOWN = 100;

function choicesOf(...values) {
  return values.map((value) => [value, value]);
}

export class Instances extends LiveView {
  kinds = ['control', 'requests'];

  load() {
    return control('GET', 'instances' + tenantQuery());
  }

  declare({ instanceId, executor, ...rest }) {
    const update = executor === '' ? rest : { ...rest, executor };
    return this.attempt(() => control('PUT', 'instances/' + encodeURIComponent(instanceId) + tenantQuery(), update));
  }

  remove(instanceId) {
    return this.attempt(() => control('DELETE', 'instances/' + instanceId + tenantQuery()));
  }

  render(_, { instances }) {
    if (instances === undefined) {
      return this.errors();
    }
    return h(Fragment, null,
      h('h1', null, text('instances')),
      this.errors(),
      h(Table, {
        caption: text('instances') + ' (' + instances.length + ')',
        rows: instances.slice(0, SHOWN),
        rowKey: (instance) => instance.instanceId,
        columns: [
          [text('id'), (instance) => h('code', null, instance.instanceId)],
          [text('platform'), (instance) => instance.platform],
          [text('status'), (instance) => h(Status, { status: instance.state })],
          [text('agent'), (instance) => h(Status, { status: instance.agent })],
          [text('executor'), (instance) => instance.executor ?? text('default')],
          [text('actions'), (instance) => h(Action, { onClick: () => this.remove(instance.instanceId) }, text('delete'))],
        ],
      }),
      h('section', { class: 'card' }, h('h2', null, text('declareInstance')),
        h(Form, { name: text('declareInstance'), onSend: (values) => this.declare(values) },
          h(Field, { label: text('instanceId'), name: 'instanceId', required: true, initial: '', placeholder: 'ins-abcdefgh' }),
          h(Field, { label: text('platform'), name: 'platform', initial: 'linux', options: choicesOf('linux', 'windows') }),
          h(Field, { label: text('status'), name: 'state', initial: 'running', options: choicesOf('running', 'stopped') }),
          h(Field, { label: text('agent'), name: 'agent', initial: 'online', options: choicesOf('online', 'offline', 'none') }),
          h(Field, { label: text('executor'), name: 'executor', initial: '', options: [['', text('default')], ...choicesOf('simulated', 'process', 'agent')] }),
          h('button', { type: 'submit', class: 'main' }, text('save')))));
  }
}
