// Changes of the emulator, as it reports them at /_tat/events.

const listeners = new Set();
const progressListeners = new Set();
const connectionListeners = new Set();
const REFRESH_MILLIS = 1000;
const RECONNECT_MILLIS = 3000;
let pending = new Set();
let timer = null;
let isConnected = false;
let source = null;

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

/**
 * Begins to receive events while the page is shown; the browser connects again by itself. A page in the background
 * closes its connection, since a browser opens only six to a server, for all of its pages.
 */
export function receiveEvents() {
  document.addEventListener('visibilitychange', connectIfShown);
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', connectIfShown);
  connectIfShown();
}

function connectIfShown() {
  if (document.hidden) {
    disconnect();
  } else if (source === null) {
    source = connect();
  }
}

function disconnect() {
  source?.close();
  source = null;
}

function connect() {
  const opened = new EventSource('/_tat/events');
  opened.addEventListener('connected', () => {
    connected(true);
    // Whatever happened without a connection is unknown.
    changed(['clock', 'control', 'fires', 'requests', 'tasks']);
  });
  opened.addEventListener('changed', (event) => changed(Object.keys(JSON.parse(event.data))));
  opened.addEventListener('progress', (event) => {
    const progress = JSON.parse(event.data);
    progressListeners.forEach((listener) => listener(progress));
  });
  opened.addEventListener('error', () => {
    connected(false);
    // After a response that is no stream the browser does not connect again.
    if (opened.readyState === EventSource.CLOSED && source === opened) {
      source = null;
      setTimeout(connectIfShown, RECONNECT_MILLIS);
    }
  });
  return opened;
}

/** Reads regularly, for emulators of several nodes: the changes of other nodes are not reported. */
export function refreshRegularly() {
  setInterval(() => document.hidden || changed(['clock', 'control', 'fires', 'tasks']), 3 * REFRESH_MILLIS);
}

function connected(now) {
  isConnected = now;
  connectionListeners.forEach((listener) => listener(now));
}

function changed(kinds) {
  kinds.forEach((kind) => pending.add(kind));
  if (timer === null) {
    flush();
  }
}

function flush() {
  timer = null;
  if (pending.size > 0) {
    timer = setTimeout(flush, REFRESH_MILLIS);
    const kinds = pending;
    pending = new Set();
    listeners.forEach((listener) => listener(kinds));
  }
}
