// Parts of which the views consist.

import { Component, Fragment, h } from './preact/preact.module.js';
import { onChange } from './events.js';
import { onChoice, state as choices } from './state.js';
import { text } from './texts.js';

export { Component, Fragment, h };

/** A view that reads what it shows, and reads it again when kinds of things change. */
export class LiveView extends Component {
  /** The kinds of changes that concern it. */
  kinds = [];

  componentDidMount() {
    this.stops = [
      onChange((kinds) => this.kinds.some((kind) => kinds.has(kind)) && this.refresh()),
      onChoice(() => this.setState({ offset: 0, recordOffset: 0 }, () => this.refresh())),
    ];
    this.refresh();
  }

  componentWillUnmount() {
    this.isGone = true;
    this.stops.forEach((stop) => stop());
  }

  /** Returns a promise of the state to show. */
  load() {
    return Promise.resolve({});
  }

  async refresh() {
    // One at a time: a slow answer must not replace a newer one, nor requests pile up.
    if (this.isLoading) {
      this.isStale = true;
      return;
    }
    this.isLoading = true;
    do {
      this.isStale = false;
      let loaded;
      try {
        loaded = { ...await this.load(), loadError: null };
      } catch (error) {
        loaded = { loadError: error.message };
      }
      if (!this.isGone) {
        this.setState(loaded);
      }
    } while (this.isStale && !this.isGone);
    this.isLoading = false;
  }

  /** Does something that may fail, shows its error, and reads again. */
  async attempt(action) {
    this.setState({ error: null });
    try {
      return await action();
    } catch (error) {
      this.setState({ error: error.message });
      return undefined;
    } finally {
      this.refresh();
    }
  }

  /** Shows the error of the last attempt or reading. */
  errors() {
    return h(Problem, { message: this.state.error ?? this.state.loadError });
  }
}

/** An error message; nothing without one. */
export function Problem({ message }) {
  return h('div', { role: 'alert' }, message ? h('p', { class: 'problem' }, message) : null);
}

/** A table with a caption; each column has a title and a function from a row to its cell. */
export function Table({ caption, columns, rows, rowKey, detail, empty }) {
  return h('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    h('table', null,
      h('caption', null, caption),
      h('thead', null, h('tr', null, columns.map(([title]) => h('th', { scope: 'col' }, title)))),
      h('tbody', null,
        rows.length === 0
          ? h('tr', null, h('td', { colSpan: columns.length, class: 'empty' }, empty ?? text('none')))
          : rows.map((row) => h(Fragment, { key: rowKey(row) },
            h('tr', null, columns.map(([title, cell]) => h('td', { 'data-title': title }, cell(row)))),
            detail?.(row) ? h('tr', { class: 'detail' },
              h('td', { colSpan: columns.length }, detail(row))) : null)))));
}

/** Buttons that turn the pages of something. */
export function Pages({ of, total, offset, limit, onOffset }) {
  if (total <= limit && offset === 0) {
    return null;
  }
  const last = Math.min(total, offset + limit);
  return h('nav', { class: 'pages', 'aria-label': text('pages') + ': ' + of },
    h(Action, { disabled: offset === 0, onClick: () => onOffset(Math.max(0, offset - limit)) }, text('previous')),
    h('span', null, offset + 1 + '–' + last + ' / ' + total),
    h(Action, { disabled: last >= total, onClick: () => onOffset(offset + limit) }, text('next')));
}

/** Says whose data the requests of a form change. */
export function SentAs() {
  return h('p', { class: 'hint' }, choices.secretId !== '' && choices.secretKey !== ''
    ? text('sentAs', choices.secretId) : text('sentUnsigned'));
}

/** A button that does something. */
export function Action({ children, ...properties }) {
  return h('button', { type: 'button', ...properties }, children);
}

/** A form whose values are passed by name as text when it is sent. */
export function Form({ onSend, children, name }) {
  const send = (event) => {
    event.preventDefault();
    onSend(Object.fromEntries(new FormData(event.target)), event.target);
  };
  return h('form', { onSubmit: send, 'aria-label': name }, children);
}

/** A labelled field: a line, a text area, or a selection. */
export function Field({ label, name, initial, options, lines, hint, ...properties }) {
  // The initial value is a default, so that drawing the form again leaves what a user has typed.
  const control = options
    ? h('select', { name, ...properties },
      options.map(([value, title]) => h('option', { value, key: value, selected: value === initial }, title)))
    : h(lines ? 'textarea' : 'input', {
      name, rows: lines, autocomplete: 'off', spellcheck: false, defaultValue: initial, ...properties,
    });
  return h('label', { class: lines ? 'wide' : '' }, h('span', null, label), control,
    hint ? h('small', null, hint) : null);
}

/** A word for a status, coloured by what it means. */
export function Status({ status }) {
  const good = ['SUCCESS', 'OK', 'running', 'online'].includes(status);
  const waits = ['PENDING', 'DELIVERING', 'RUNNING', 'CANCELLING', 'DELIVER_DELAYED'].includes(status);
  return h('span', { class: 'status ' + (good ? 'good' : waits ? 'waits' : 'bad') }, status);
}
