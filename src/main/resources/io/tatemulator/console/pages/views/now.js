// The emulator's clock in the frame.

import { control } from '../api.js';
import { LiveView, h } from '../parts.js';
import { inBeijing } from '../times.js';
import { text } from '../texts.js';

export class Now extends LiveView {
  kinds = ['clock', 'control'];

  componentDidMount() {
    super.componentDidMount();
    this.timer = setInterval(() => this.state.mode !== 'frozen' && this.forceUpdate(), 1000);
  }

  componentWillUnmount() {
    super.componentWillUnmount();
    clearInterval(this.timer);
  }

  async load() {
    const clock = await control('GET', 'clock');
    return { mode: clock.mode, ahead: new Date(clock.now) - Date.now(), now: clock.now };
  }

  render(_, { mode, ahead, now }) {
    if (now === undefined) {
      return null;
    }
    const shown = mode === 'frozen' ? new Date(now) : new Date(Date.now() + ahead);
    return h('span', { class: 'now' }, h('time', { dateTime: shown.toISOString() }, inBeijing(shown)),
      ' ', text('beijing'), mode === 'real' ? null : h('span', { class: 'status waits' }, text('mode_' + mode)));
  }
}
