// The rules that decide how simulated tasks end, and those that inject faults.

import { control } from '../api.js';
import { Action, Field, Form, Fragment, LiveView, Table, h } from '../parts.js';
import { text } from '../texts.js';

/** Returns an object without empty values; numbers are those of the named members. */
function given(values, numbers = []) {
  return Object.fromEntries(Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]));
}

class Rules extends LiveView {
  kinds = ['control', 'requests', 'tasks'];

  load() {
    return control('GET', this.path);
  }

  add(rule) {
    return this.attempt(() => control('POST', this.path, rule));
  }

  addJson({ json }) {
    return this.attempt(() => control('POST', this.path, JSON.parse(json)));
  }

  remove(index, rule) {
    return confirm(text('confirmDeleteRule')) && this.attempt(async () => {
      const { rules } = await control('GET', this.path);
      // Someone else may have changed the list meanwhile.
      if (JSON.stringify(rules[index]?.rule) !== JSON.stringify(rule)) {
        throw new Error(text('rulesChanged'));
      }
      await control('PUT', this.path, { rules: rules.filter((_, i) => i !== index).map(({ rule }) => rule) });
    });
  }

  render(_, { rules }) {
    if (rules === undefined) {
      return this.errors();
    }
    const numbered = rules.map((rule, index) => ({ ...rule, index }));
    return h(Fragment, null,
      h('h1', null, text(this.path)),
      h('p', null, text(this.path + 'Hint')),
      this.errors(),
      h(Table, {
        caption: text('rules'),
        rows: numbered,
        rowKey: ({ index }) => index,
        columns: [
          ['#', ({ index }) => index + 1],
          [text('rule'), ({ rule }) => h('code', null, JSON.stringify(rule, (_, value) => value ?? undefined))],
          [text('matched'), ({ matched }) => h('span', { class: 'matched' }, matched)],
          [text('applied'), ({ applied }) => h('span', { class: 'applied' }, applied)],
          [text('actions'), ({ index, rule }) => h(Action, { onClick: () => this.remove(index, rule) }, text('delete'))],
        ],
      }),
      h('section', { class: 'card' }, h('h2', null, text('newRule')), this.form()),
      h('details', { class: 'card' }, h('summary', null, text('asJson')),
        h(Form, { name: text('asJson'), onSend: (values) => this.addJson(values) },
          h(Field, { label: 'JSON', name: 'json', lines: 6, required: true, initial: this.example }),
          h('button', { type: 'submit' }, text('add')))));
  }
}

export class Outcomes extends Rules {
  path = 'outcomes';
  example = JSON.stringify({ match: { command: 'nightly', nth: 2 }, outcome: { exitCode: 3, output: 'disk full' } }, null, 2);

  form() {
    const send = ({ command, instance, nth, ...outcome }) => this.add({
      match: given({ command, instance, nth }, ['nth']), outcome: given(outcome, ['exitCode']),
    });
    const statuses = ['', 'SUCCESS', 'FAILED', 'TIMEOUT', 'TASK_TIMEOUT', 'START_FAILED', 'DELIVER_FAILED'];
    return h(Form, { name: text('newRule'), onSend: send },
      h(Field, { label: text('commandIdOrName'), name: 'command', initial: '' }),
      h(Field, { label: text('instanceId'), name: 'instance', initial: '' }),
      h(Field, { label: text('nth'), name: 'nth', type: 'number', min: 1, initial: '' }),
      h(Field, { label: text('status'), name: 'status', initial: '', options: statuses.map((status) => [status, status]) }),
      h(Field, { label: text('exitCode'), name: 'exitCode', type: 'number', initial: '' }),
      h(Field, { label: text('duration'), name: 'duration', initial: '', placeholder: 'PT10S' }),
      h(Field, { label: text('output'), name: 'output', lines: 2, initial: '' }),
      h('button', { type: 'submit', class: 'main' }, text('add')));
  }
}

export class Faults extends Rules {
  path = 'faults';
  example = JSON.stringify({ match: { action: 'RunCommand', times: 1 }, fault: { code: 'InternalError' } }, null, 2);

  form() {
    const send = ({ action, times, ...fault }) => this.add({
      match: given({ action, times }, ['times']), fault: given(fault, ['status']),
    });
    const responses = ['', 'empty', 'truncated'];
    return h(Form, { name: text('newRule'), onSend: send },
      h(Field, { label: text('action'), name: 'action', initial: '' }),
      h(Field, { label: text('times'), name: 'times', type: 'number', min: 1, initial: '' }),
      h(Field, { label: text('code'), name: 'code', initial: '', placeholder: 'InternalError' }),
      h(Field, { label: text('latency'), name: 'latency', initial: '', placeholder: 'PT2S' }),
      h(Field, { label: text('httpStatus'), name: 'status', type: 'number', min: 400, max: 599, initial: '' }),
      h(Field, { label: text('response'), name: 'response', initial: '', options: responses.map((value) => [value, value]) }),
      h('button', { type: 'submit', class: 'main' }, text('add')));
  }
}
