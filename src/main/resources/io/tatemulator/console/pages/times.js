// Times as users read them. Crontabs are in Beijing time, whatever the region.

import { state } from './state.js';

const BEIJING = 'Asia/Shanghai';

function format(instant, options, locale = state.language === 'zh' ? 'zh-CN' : 'en-GB') {
  return new Intl.DateTimeFormat(locale, options).format(new Date(instant));
}

// Year, month, day, as nobody misreads it.
const UNAMBIGUOUS = 'sv-SE';

const FULL = {
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  second: '2-digit', hourCycle: 'h23',
};

/** Returns an instant in Beijing time. */
export function inBeijing(instant) {
  return instant == null ? '' : format(instant, { ...FULL, timeZone: BEIJING }, UNAMBIGUOUS);
}

/** Returns an instant in the browser's time zone. */
export function inLocalTime(instant) {
  return instant == null ? '' : format(instant, FULL, UNAMBIGUOUS);
}

/** Returns the day of an instant in Beijing, such as Wed 1 Sep. */
export function beijingDay(instant) {
  return format(instant, { weekday: 'short', day: 'numeric', month: 'short', timeZone: BEIJING });
}

/** Returns the hour of an instant in Beijing. */
export function beijingHour(instant) {
  return format(instant, { hour: '2-digit', hourCycle: 'h23', timeZone: BEIJING });
}

/** Returns the name of the browser's time zone. */
export function localZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Returns the milliseconds from one instant to another in words, such as 1 h 2 min. */
export function span(from, to) {
  if (from == null || to == null) {
    return '';
  }
  const millis = new Date(to) - new Date(from);
  if (millis < 1000) {
    return millis + ' ms';
  }
  const seconds = Math.floor(millis / 1000);
  const parts = [
    [Math.floor(seconds / 86400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ].filter(([count]) => count > 0);
  return parts.slice(0, 2).map(([count, unit]) => count + ' ' + unit).join(' ');
}
