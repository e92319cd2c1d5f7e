// The requests that clients have sent, and why some were refused.

import { control, query } from '../api.js';
import { Action, Component, Field, Form, Fragment, LiveView, Status, Table, h } from '../parts.js';
import { state as choices } from '../state.js';
import { inBeijing } from '../times.js';
import { text } from '../texts.js';
import { Differences } from './differences.js';

const LIMIT = 50;

export class Requests extends LiveView {
  kinds = ['control', 'requests'];
  state = { action: '', code: '', opened: null, copied: null };

  load() {
    const { action, code } = this.state;
    return control('GET', 'requests' + query({ action, code, account: choices.account, limit: LIMIT }));
  }

  render(_, { requests, opened }) {
    if (requests === undefined) {
      return this.errors();
    }
    return h(Fragment, null,
      h('h1', null, text('requests')),
      this.errors(),
      h(Form, { name: text('filter'), onSend: (values) => this.setState(values, () => this.refresh()) },
        h(Field, { label: text('action'), name: 'action', initial: '' }),
        h(Field, { label: text('code'), name: 'code', initial: '', placeholder: 'AuthFailure.SignatureFailure' }),
        h('button', { type: 'submit' }, text('filter'))),
      h(Table, {
        caption: text('lastRequests', LIMIT),
        rows: requests,
        rowKey: (request) => request.requestId,
        columns: [
          [text('at'), (request) => inBeijing(request.at)],
          [text('action'), (request) => h('strong', null, request.action)],
          [text('code'), (request) => h(Status, { status: request.code })],
          [text('account'), (request) => request.account],
          [text('region'), (request) => request.region],
          [text('millis'), (request) => request.millis.toFixed(1)],
          [text('actions'), (request) => this.actions(request)],
        ],
        detail: (request) => opened === request.requestId ? h(Detail, { request }) : null,
      }));
  }

  actions(request) {
    const isOpen = this.state.opened === request.requestId;
    return h('span', { class: 'bar' },
      h(Action, { 'aria-expanded': String(isOpen), onClick: () => this.setState({ opened: isOpen ? null : request.requestId }) }, text('details')),
      request.parameters === null ? null : h(Action, { onClick: () => this.copy(request) },
        this.state.copied === request.requestId ? text('copied') : text('copyCurl')));
  }

  async copy(request) {
    const command = asCurl(request);
    try {
      await navigator.clipboard.writeText(command);
      this.setState({ copied: request.requestId });
    } catch {
      prompt(text('copyCurl'), command);
    }
  }
}

/** Returns a shell command that sends a request again, unsigned. */
function asCurl({ action, region, parameters }) {
  const quoted = (value) => "'" + value.replaceAll("'", "'\\''") + "'";
  return ['curl -s', quoted(location.origin + '/'), "-H 'Content-Type: application/json'",
    '-H', quoted('X-TC-Action: ' + action), "-H 'X-TC-Version: 2020-10-28'",
    '-H', quoted('X-TC-Region: ' + region), '-d', quoted(JSON.stringify(parameters))].join(' ');
}

class Detail extends Component {
  render({ request }, { pasted }) {
    const { signature } = request;
    return h('div', null,
      h('p', null, 'RequestId ', h('code', null, request.requestId)),
      request.message ? h('p', { class: 'problem' }, request.message) : null,
      request.fault ? h('p', null, text('injectedFault') + ' ', h('code', null, JSON.stringify(request.fault))) : null,
      request.outcomes ? h('p', null, text('appliedOutcomes') + ' ', h('code', null, JSON.stringify(request.outcomes))) : null,
      h('h2', null, text('parameters')),
      h('pre', { tabIndex: 0 }, request.parameters === null ? text('unreadable') : JSON.stringify(request.parameters, null, 2)),
      signature === null ? null : h('section', null,
        h('h2', null, text('signatureFailed')),
        h('p', null, 'SecretId ', h('code', null, signature.secretId), ' · ', text('signatureSent') + ' ', h('code', null, signature.actual)),
        h('p', null, signature.signed ? text('signedFound') : text('signedUnknown')),
        signature.signed ? null : h(Field, { label: text('pasteCanonical'), name: 'pasted', lines: 8,
          onInput: (event) => this.setState({ pasted: event.target.value }) }),
        h(Differences, {
          of: text('canonicalRequests'),
          expected: signature.expected.canonicalRequest || signature.expected.stringToSign,
          actual: signature.signed ? signature.signed.canonicalRequest || signature.signed.stringToSign : pasted,
        }),
        h('h3', null, text('stringToSign')),
        h(Differences, { of: text('stringToSign'), expected: signature.expected.stringToSign, actual: signature.signed?.stringToSign })));
  }
}
