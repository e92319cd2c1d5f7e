// The form that creates or changes an invoker.

import { Action, Component, Field, Form, SentAs, h } from '../parts.js';
import { text } from '../texts.js';

const EXAMPLE_COMMAND = 'cmd-m7uma92n';
const EXAMPLE_INSTANCE = 'ins-yx05ky8j';
const MINUTE = 60_000;

export class InvokerForm extends Component {
  constructor(properties) {
    super(properties);
    this.state = { policy: properties.invoker.policy ?? 'ONCE' };
  }

  componentDidMount() {
    this.base.querySelector('input').focus();
  }

  save(values) {
    const { invoker, onSave } = this.props;
    const settings = values.policy === 'ONCE'
      ? { Policy: 'ONCE', InvokeTime: values.invokeTime }
      : { Policy: 'RECURRENCE', Recurrence: values.recurrence };
    const parameters = {
      Name: values.name,
      Type: 'SCHEDULE',
      CommandId: values.commandId,
      InstanceIds: values.instanceIds.split(/[\s,]+/).filter((id) => id !== ''),
    };
    if (invoker.invokerId === undefined) {
      return onSave('CreateInvoker', { ...parameters, ScheduleSettings: settings });
    }
    // Sent only if it changes: the time of an invoker that has fired once would be refused as expired.
    const isSame = values.policy === invoker.policy
      && (values.invokeTime ?? null) === invoker.invokeAt && (values.recurrence ?? null) === invoker.recurrence;
    return onSave('ModifyInvoker', {
      InvokerId: invoker.invokerId, ...parameters, ...(isSame ? {} : { ScheduleSettings: settings }),
    });
  }

  render({ invoker, now, onCancel }, { policy }) {
    const title = invoker.invokerId === undefined ? text('newInvoker') : text('change') + ': ' + invoker.invokerId;
    const soon = new Date(Math.floor(new Date(now) / MINUTE) * MINUTE + MINUTE).toISOString().replace('.000Z', 'Z');
    return h('section', { class: 'card' }, h('h2', null, title),
      h(Form, { name: title, onSend: (values) => this.save(values) },
        h(Field, { label: text('name'), name: 'name', required: true, initial: invoker.name ?? '' }),
        h(Field, { label: text('policy'), name: 'policy', initial: policy,
          options: [['ONCE', text('once')], ['RECURRENCE', text('recurring')]],
          onChange: (event) => this.setState({ policy: event.target.value }) }),
        policy === 'ONCE'
          ? h(Field, { key: 'once', label: text('invokeTime'), name: 'invokeTime', required: true, hint: text('invokeTimeHint'), initial: invoker.invokeAt ?? soon })
          : h(Field, { key: 'recurring', label: text('crontab'), name: 'recurrence', required: true, hint: text('crontabHint'), initial: invoker.recurrence ?? '0 9 * * *' }),
        h(Field, { label: text('commandId'), name: 'commandId', required: true, initial: invoker.commandId ?? EXAMPLE_COMMAND }),
        h(Field, { label: text('instanceIds'), name: 'instanceIds', required: true, initial: (invoker.instanceIds ?? [EXAMPLE_INSTANCE]).join(' ') }),
        h(SentAs),
        h('p', { class: 'bar' },
          h('button', { type: 'submit', class: 'main' }, text('save')),
          h(Action, { onClick: onCancel }, text('close')))));
  }
}
