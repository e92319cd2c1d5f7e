// The texts of the console, in English and Chinese.

import { state } from './state.js';
import { EN } from './texts-en.js';
import { ZH } from './texts-zh.js';

/** Returns a text in the chosen language, with {0}, {1} and so on replaced by the values. */
export function text(name, ...values) {
  const found = (state.language === 'zh' ? ZH : EN)[name];
  if (found === undefined) {
    console.error('no text ' + name);
    return name;
  }
  return values.reduce((all, value, i) => all.replaceAll('{' + i + '}', value), found);
}
