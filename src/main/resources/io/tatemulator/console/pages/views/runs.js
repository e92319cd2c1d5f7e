// What has run and what is running.

import { base64, cloud, control, tenantQuery } from '../api.js';
import { Action, Component, Field, Form, Fragment, LiveView, Pages, Problem, SentAs, Status, Table, h } from '../parts.js';
import { inBeijing, span } from '../times.js';
import { text } from '../texts.js';

const LIMIT = 20;
const ENDED = ['SUCCESS', 'FAILED', 'TIMEOUT', 'CANCELLED', 'PARTIAL_FAILED', 'PARTIAL_CANCELLED'];

export class Runs extends LiveView {
  kinds = ['control', 'fires', 'tasks'];
  state = { offset: 0, recordOffset: 0, opened: null };

  async load() {
    const { offset, recordOffset } = this.state;
    const invokerId = new URLSearchParams(location.hash.split('?')[1]).get('invoker') ?? '';
    const [runs, records] = await Promise.all([
      control('GET', 'invocations' + tenantQuery({ limit: LIMIT, offset })),
      control('GET', 'records' + tenantQuery({ invokerId, limit: LIMIT, offset: recordOffset })),
    ]);
    return { runs, records, invokerId };
  }

  show(changes) {
    this.setState(changes, () => this.refresh());
  }

  run(values) {
    const { instanceIds, content, ...rest } = values;
    return this.attempt(() => cloud('RunCommand', {
      ...rest, Content: base64(content), InstanceIds: instanceIds.split(/[\s,]+/).filter((id) => id !== ''),
    }));
  }

  render(_, { runs, records, invokerId, offset, recordOffset, opened }) {
    if (runs === undefined) {
      return this.errors();
    }
    return h(Fragment, null,
      h('h1', null, text('runs')),
      this.errors(),
      h('details', { class: 'card' }, h('summary', null, text('runNow')),
        h(Form, { name: text('runNow'), onSend: (values) => this.run(values) },
          h(Field, { label: text('script'), name: 'content', lines: 4, required: true, initial: 'echo hello' }),
          h(Field, { label: text('instanceIds'), name: 'instanceIds', required: true, initial: 'ins-yx05ky8j' }),
          h(SentAs),
          h('button', { type: 'submit', class: 'main' }, text('run')))),
      h(Table, {
        caption: text('invocations') + ' (' + runs.total + ')',
        rows: runs.invocations,
        rowKey: (run) => run.invocationId,
        columns: [
          [text('id'), (run) => h('code', null, run.invocationId)],
          [text('command'), (run) => run.commandName],
          [text('status'), (run) => h(Status, { status: run.status })],
          [text('source'), (run) => text('source_' + run.source)],
          [text('started'), (run) => inBeijing(run.startedAt)],
          [text('duration'), (run) => span(run.startedAt, run.endedAt)],
          [text('actions'), (run) => this.actions(run)],
        ],
        detail: (run) => opened === run.invocationId ? h(Tasks, { run, key: run.invocationId }) : null,
      }),
      h(Pages, { of: text('invocations'), total: runs.total, offset, limit: LIMIT, onOffset: (value) => this.show({ offset: value }) }),
      invokerId === '' ? null : h('a', { href: '#/runs' }, text('allRecords')),
      this.records(records, invokerId),
      h(Pages, { of: text('records'), total: records.total, offset: recordOffset, limit: LIMIT, onOffset: (value) => this.show({ recordOffset: value }) }));
  }

  records(records, invokerId) {
    return h(Table, {
      caption: text('records') + (invokerId === '' ? '' : ' ' + invokerId) + ' (' + records.total + ')',
      rows: records.records,
      rowKey: (record) => record.invokerId + record.invocationId,
      columns: [
        [text('firedAt'), (record) => h('time', { dateTime: record.firedAt }, inBeijing(record.firedAt))],
        [text('invoker'), (record) => h('code', null, record.invokerId)],
        [text('result'), (record) => h(Status, { status: record.result })],
        [text('invocation'), (record) => h('code', null, record.invocationId)],
      ],
    });
  }

  actions(run) {
    const isOpen = this.state.opened === run.invocationId;
    return h('span', { class: 'bar' },
      h(Action, { 'aria-expanded': String(isOpen), onClick: () => this.setState({ opened: isOpen ? null : run.invocationId }) }, text('details')),
      ENDED.includes(run.status) ? null
        : h(Action, { onClick: () => this.attempt(() => cloud('CancelInvocation', { InvocationId: run.invocationId })) }, text('cancel')));
  }
}

/** The tasks of an invocation and its script. */
class Tasks extends Component {
  async componentDidMount() {
    try {
      this.setState({ script: await control('GET', 'invocations/' + this.props.run.invocationId + '/script' + tenantQuery()) });
    } catch (error) {
      this.setState({ error: error.message });
    }
  }

  render({ run }, { script, error }) {
    return h('div', null,
      h(Problem, { message: error }),
      script ? h(Fragment, null,
        h('h2', null, text('scriptAsItRan')),
        h('p', null, script.type + ' · ' + script.username + ' · ' + script.workingDirectory + ' · ' + text('seconds', script.timeout)),
        h('pre', { tabIndex: 0 }, script.script)) : null,
      run.tasks.map((task) => h('section', { key: task.taskId, class: 'task' },
        h('h2', null, h('code', null, task.taskId), ' ', task.instanceId, ' ', h(Status, { status: task.status })),
        h('p', null, text('exitCode') + ' ' + task.exitCode + ' · ' + inBeijing(task.startedAt) + ' – ' + inBeijing(task.endedAt)
          + ' · ' + span(task.startedAt, task.endedAt)),
        task.errorInfo ? h('p', { class: 'problem' }, task.errorInfo) : null,
        h('h3', null, text('output')),
        h('pre', { tabIndex: 0 }, task.output === '' ? text('noOutput') : task.output),
        task.dropped > 0 ? h('p', null, text('dropped', task.dropped)) : null)));
  }
}
