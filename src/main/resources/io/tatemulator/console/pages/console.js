// The frame of the console: choices, navigation and the view that the address names.

import { render } from './preact/preact.module.js';
import { control, query } from './api.js';
import { onConnection, onProgress, receiveEvents, refreshRegularly } from './events.js';
import { Action, Component, Field, Form, h } from './parts.js';
import { applyChoices, choose, onChoice, state } from './state.js';
import { text } from './texts.js';
import { Now } from './views/now.js';
import { Schedule } from './views/schedule.js';

const VIEWS = {
  schedule: async () => Schedule,
  runs: async () => (await import('./views/runs.js')).Runs,
  requests: async () => (await import('./views/requests.js')).Requests,
  clock: async () => (await import('./views/clock.js')).Clock,
  outcomes: async () => (await import('./views/rules.js')).Outcomes,
  faults: async () => (await import('./views/rules.js')).Faults,
  instances: async () => (await import('./views/instances.js')).Instances,
  snapshots: async () => (await import('./views/snapshots.js')).Snapshots,
};

class Console extends Component {
  state = { name: '', View: null, progress: null, isConnected: true, info: null, tenants: [] };

  componentDidMount() {
    addEventListener('hashchange', () => this.show());
    onChoice(() => this.forceUpdate());
    onProgress((progress) => this.setState({ progress: progress.ended ? null : progress }));
    onConnection((isConnected) => this.setState({ isConnected, progress: null }));
    this.show();
    this.readInfo();
  }

  async readInfo() {
    try {
      const info = await control('GET', 'info');
      this.setState({ info });
      if (info.nodes) {
        refreshRegularly();
      }
      const { tenants } = await control('GET', 'tenants' + query({ limit: 100 }));
      this.setState({ tenants });
    } catch (error) {
      console.warn(error.message);
    }
  }

  async show() {
    const hash = location.hash.slice(2).split('?')[0];
    const name = Object.hasOwn(VIEWS, hash) ? hash : 'schedule';
    let View;
    try {
      View = await VIEWS[name]();
    } catch {
      // The emulator may be restarting.
      location.reload();
      return;
    }
    this.setState({ name, View });
    document.title = text(name) + ' · tat-emulator';
  }

  render(_, { name, View, progress, isConnected, info, tenants }) {
    return h('div', { class: 'frame' },
      h('a', { class: 'skip', href: '#main', onClick: (event) => {
        event.preventDefault();
        document.getElementById('main').focus();
      } }, text('skip')),
      h('header', null,
        h('strong', { class: 'name' }, 'tat-emulator', h('small', null, ' ', info?.version)),
        h(Now, null),
        isConnected ? null : h('span', { class: 'status bad', role: 'status' }, text('disconnected')),
        h(Choices, { tenants })),
      h('nav', { 'aria-label': text('views') }, Object.keys(VIEWS).map((view) =>
        h('a', { href: '#/' + view, 'aria-current': view === name ? 'page' : null }, text(view)))),
      progress ? h(Progress, { progress }) : null,
      h('main', { id: 'main', tabIndex: -1 }, View === null ? null : h(View, { key: location.hash })));
  }
}

function Progress({ progress }) {
  return h('p', { class: 'progress', role: 'status' },
    h('label', null, text('operation_' + progress.operation) + ' ',
      h('progress', { value: progress.fraction ?? undefined, max: 1 })),
    progress.fraction == null ? null : Math.floor(progress.fraction * 100) + ' %',
    progress.operation === 'advance'
      ? h(Action, { onClick: () => control('DELETE', 'clock/advance').catch(() => {}) }, text('cancel')) : null);
}

function Choices({ tenants }) {
  const send = (values, form) => {
    choose(values.secretKey === '' && values.secretId === state.secretId ? { ...values, secretKey: state.secretKey } : values);
    form.closest('details').open = false;
  };
  return h('div', { class: 'choices' },
    h('details', null,
      h('summary', null, state.account === '' && state.region === '' ? text('defaultTenant')
        : (state.account || '100000000001') + ' · ' + (state.region || 'ap-guangzhou')),
      h(Form, { onSend: send, name: text('tenant') },
        h(Field, { label: text('account'), name: 'account', initial: state.account, placeholder: '100000000001', list: 'accounts' }),
        h(Field, { label: text('region'), name: 'region', initial: state.region, placeholder: 'ap-guangzhou', list: 'regions' }),
        h('datalist', { id: 'accounts' }, [...new Set(tenants.map((tenant) => tenant.account))].map((value) => h('option', { value }))),
        h('datalist', { id: 'regions' }, [...new Set(tenants.map((tenant) => tenant.region))].map((value) => h('option', { value }))),
        h('p', null, text('signingHint')),
        h(Field, { label: 'SecretId', name: 'secretId', initial: state.secretId }),
        h(Field, { label: 'SecretKey', name: 'secretKey', type: 'password', autocomplete: 'new-password', hint: state.secretKey === '' ? null : text('secretKeyKept') }),
        h('button', { type: 'submit', class: 'main' }, text('apply')))),
    h('select', { 'aria-label': text('theme'), value: state.theme, onChange: (event) => choose({ theme: event.target.value }) },
      ['auto', 'light', 'dark'].map((theme) => h('option', { value: theme }, text('theme_' + theme)))),
    h('select', { 'aria-label': 'Language / 语言', value: state.language, onChange: (event) => choose({ language: event.target.value }) },
      h('option', { value: 'en', lang: 'en' }, 'English'), h('option', { value: 'zh', lang: 'zh-CN' }, '中文')));
}

applyChoices();
render(h(Console), document.getElementById('console'));
receiveEvents();
