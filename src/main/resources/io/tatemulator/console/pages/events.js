// Changes of the emulator, as it reports them at /_tat/events.

const listeners = new Set();
const progressListeners = new Set();
const connectionListeners = new Set();
const REFRESH_MILLIS = 1000;
let pending = new Set();
let timer = null;
let isConnected = false;

/** Calls a function with the kinds that have changed, at most once a second; returns its end. */
export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls a function with each report of a long operation; returns its end. */
export function onProgress(listener) {
  progressListeners.add(listener);
  return () => progressListeners.delete(listener);
}

/** Calls a function when the connection is made or lost; returns its end. */
export function onConnection(listener) {
  connectionListeners.add(listener);
  listener(isConnected);
  return () => connectionListeners.delete(listener);
}

/** Begins to receive events; the browser connects again by itself. */
export function receiveEvents() {
  const source = new EventSource('/_tat/events');
  source.addEventListener('connected', () => {
    connected(true);
    // Whatever happened without a connection is unknown.
    changed(['clock', 'control', 'fires', 'requests', 'tasks']);
  });
  source.addEventListener('changed', (event) => changed(Object.keys(JSON.parse(event.data))));
  source.addEventListener('progress', (event) => {
    const progress = JSON.parse(event.data);
    progressListeners.forEach((listener) => listener(progress));
  });
  source.addEventListener('error', () => connected(false));
  document.addEventListener('visibilitychange', flush);
}

/** Has views read again what they show when other nodes, whose changes are not reported, may change it. */
export function refreshRegularly() {
  setInterval(() => changed(['clock', 'control', 'fires', 'tasks']), 3 * REFRESH_MILLIS);
}

function connected(now) {
  isConnected = now;
  connectionListeners.forEach((listener) => listener(now));
}

function changed(kinds) {
  kinds.forEach((kind) => pending.add(kind));
  if (timer === null) {
    flush();
    timer = setTimeout(() => {
      timer = null;
      flush();
    }, REFRESH_MILLIS);
  }
}

function flush() {
  // A page in the background catches up when it is shown.
  if (pending.size > 0 && !document.hidden) {
    const kinds = pending;
    pending = new Set();
    listeners.forEach((listener) => listener(kinds));
  }
}
