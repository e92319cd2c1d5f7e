// What will fire when.

import { cloud, control, query, tenantQuery } from '../api.js';
import { Action, Component, Field, Form, Fragment, LiveView, Pages, Problem, Table, h } from '../parts.js';
import { state as choices } from '../state.js';
import { beijingDay, beijingHour, inBeijing, inLocalTime, localZone, span } from '../times.js';
import { text } from '../texts.js';
import { InvokerForm } from './invoker-form.js';

const LIMIT = 20;

export class Schedule extends LiveView {
  kinds = ['clock', 'control', 'fires', 'requests'];
  state = { span: 'week', offset: 0, editing: null };

  async load() {
    const shownSpan = this.state.span;
    const [next, calendar, invokers] = await Promise.all([
      control('GET', 'schedule' + tenantQuery({ limit: LIMIT })),
      control('GET', 'schedule/calendar' + tenantQuery({ span: shownSpan, limit: LIMIT })),
      control('GET', 'invokers' + tenantQuery({ limit: LIMIT, offset: this.state.offset })),
    ]);
    return { next, calendar, invokers, shownSpan };
  }

  show(changes) {
    this.setState(changes, () => this.refresh());
  }

  async save(action, parameters) {
    const saved = await this.attempt(() => cloud(action, parameters));
    if (saved !== undefined) {
      this.setState({ editing: null });
    }
  }

  render(_, { next, calendar, invokers, editing, offset }) {
    if (next === undefined) {
      return this.errors();
    }
    return h(Fragment, null,
      h('h1', null, text('schedule')),
      this.errors(),
      h('p', { class: 'bar' },
        h(Action, { class: 'main', onClick: () => this.setState({ editing: {} }) }, text('newInvoker'))),
      editing === null ? null : h(InvokerForm, {
        key: editing.invokerId ?? 'new', invoker: editing, now: next.now,
        onSave: (action, parameters) => this.save(action, parameters),
        onCancel: () => this.setState({ editing: null }),
      }),
      this.calendar(calendar),
      h(NextFires, { next }),
      this.invokers(invokers),
      h(Pages, { of: text('invokers'), total: invokers.total, offset, limit: LIMIT, onOffset: (value) => this.show({ offset: value }) }),
      h(Explanation));
  }

  calendar(calendar) {
    return h('section', { 'aria-labelledby': 'calendar' },
      h('h2', { id: 'calendar' }, text('calendar')),
      h('p', { class: 'bar', role: 'group', 'aria-labelledby': 'calendar' }, ['day', 'week', 'month'].map((name) =>
        h(Action, { 'aria-pressed': String(name === this.state.span), onClick: () => this.show({ span: name }) }, text('span_' + name)))),
      this.state.shownSpan === 'day' ? h(Timeline, { calendar }) : h(Days, { calendar }),
      calendar.total > calendar.invokers.length
        ? h('p', null, text('calendarShows', calendar.invokers.length, calendar.total)) : null);
  }

  invokers({ invokers, total }) {
    return h(Table, {
      caption: text('invokers') + ' (' + total + ')',
      rows: invokers,
      rowKey: (invoker) => invoker.invokerId,
      empty: text('noInvokers'),
      columns: [
        [text('name'), (invoker) => h('strong', null, invoker.name)],
        [text('id'), (invoker) => h('code', null, invoker.invokerId)],
        [text('when'), (invoker) => invoker.recurrence === null
          ? inBeijing(invoker.invokeAt) : h('code', null, invoker.recurrence)],
        [text('nextFire'), (invoker) => invoker.nextFireAt === null
          ? text(invoker.enabled ? 'noNextFire' : 'disabled') : inBeijing(invoker.nextFireAt)],
        [text('command'), (invoker) => invoker.commandName],
        [text('instances'), (invoker) => invoker.instanceIds.join(', ')],
        [text('actions'), (invoker) => this.actions(invoker)],
      ],
    });
  }

  actions(invoker) {
    const call = (action) => this.attempt(() => cloud(action, { InvokerId: invoker.invokerId }));
    return h('span', { class: 'bar' },
      invoker.enabled
        ? h(Action, { onClick: () => call('DisableInvoker') }, text('disable'))
        : h(Action, { onClick: () => call('EnableInvoker') }, text('enable')),
      h(Action, { onClick: () => this.setState({ editing: invoker }) }, text('change')),
      h(Action, { onClick: () => confirm(text('confirmDelete', invoker.name)) && call('DeleteInvoker') }, text('delete')),
      h('a', { href: '#/runs?invoker=' + invoker.invokerId }, text('records')));
  }
}

function Timeline({ calendar }) {
  return h(Table, {
    caption: text('timelineCaption'),
    rows: calendar.invokers,
    rowKey: (invoker) => invoker.invokerId,
    columns: [
      [text('name'), (invoker) => invoker.name],
      ...calendar.ends.map((end, i) => [
        beijingHour(new Date(end) - 1),
        (invoker) => invoker.fires[i] === 0 ? '' : h('span', { class: 'fires' }, invoker.fires[i]),
      ]),
    ],
  });
}

function Days({ calendar }) {
  return h('ol', { class: 'days' }, calendar.ends.map((end, i) => {
    const due = calendar.invokers.filter((invoker) => invoker.fires[i] > 0);
    return h('li', { key: end },
      h('h3', null, beijingDay(new Date(end) - 1)),
      due.slice(0, 5).map((invoker) => h('p', { key: invoker.invokerId, title: invoker.name },
        invoker.name, ' ', h('span', { class: 'fires' }, invoker.fires[i]))),
      due.length > 5 ? h('p', null, '+' + (due.length - 5)) : null);
  }));
}

function NextFires({ next }) {
  return h(Table, {
    caption: text('nextFires'),
    rows: next.fires,
    rowKey: (fire) => fire.invokerId + fire.dueAt,
    empty: text('nothingDue'),
    columns: [
      [text('beijing'), (fire) => h('time', { dateTime: fire.dueAt }, inBeijing(fire.dueAt))],
      [text('localTime') + ' (' + localZone() + ')', (fire) => inLocalTime(fire.dueAt)],
      [text('dueIn'), (fire) => span(next.now, fire.dueAt)],
      [text('invoker'), (fire) => fire.name],
      [text('id'), (fire) => h('code', null, fire.invokerId)],
    ],
  });
}

class Explanation extends Component {
  async explain({ expression }) {
    try {
      const found = await control('GET', 'crontab' + query({ expression, language: choices.language }));
      this.setState({ found, error: null });
    } catch (error) {
      this.setState({ found: null, error: error.message });
    }
  }

  render(_, { found, error }) {
    return h('section', { 'aria-labelledby': 'explain' },
      h('h2', { id: 'explain' }, text('explainCrontab')),
      h(Form, { name: text('explainCrontab'), onSend: (values) => this.explain(values) },
        h(Field, { label: text('crontab'), name: 'expression', initial: '*/5 9-17 * * 1-5', required: true }),
        h('button', { type: 'submit' }, text('explain'))),
      h(Problem, { message: error }),
      found ? h(Fragment, null,
        h('p', { class: 'description' }, found.description),
        h('ol', null, found.next.map((due) => h('li', { key: due },
          inBeijing(due) + ' ' + text('beijing') + ' · ' + inLocalTime(due) + ' ' + localZone())))) : null);
  }
}
