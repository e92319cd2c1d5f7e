// What the user has chosen, and who wants to know of a change.

const KEY = 'tat-emulator-console';
const listeners = new Set();

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

/** The choices. The secret key is kept in memory only. */
export const state = {
  language: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
  theme: 'auto',
  account: '',
  region: '',
  secretId: '',
  ...stored(),
  secretKey: '',
};

/** Changes choices and stores them. */
export function choose(changes) {
  Object.assign(state, changes);
  const { secretKey, ...rest } = state;
  try {
    localStorage.setItem(KEY, JSON.stringify(rest));
  } catch {
    // A browser may forbid it; the choices then last as long as the page.
  }
  applyChoices();
  listeners.forEach((listener) => listener());
}

/** Calls a function after each change; returns a function that ends that. */
export function onChoice(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows the document in the chosen language and theme. */
export function applyChoices() {
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.theme = state.theme;
}
