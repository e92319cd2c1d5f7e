// Requests to the emulator: its control API below /_tat, and the cloud's API at /.

import { state } from './state.js';

const VERSION = '2020-10-28';
const JSON_TYPE = 'application/json';
const encoder = new TextEncoder();

/** Returns the query of the chosen tenant with further parameters; empty ones are left out. */
export function tenantQuery(parameters = {}) {
  return query({ account: state.account, region: state.region, ...parameters });
}

/** Returns parameters as a query; empty ones are left out. */
export function query(parameters) {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== '' && value != null);
  return pairs.length === 0 ? '' : '?' + new URLSearchParams(pairs);
}

/** Sends a request of the control API; rejects with its error message. */
export async function control(method, path, body) {
  const isFile = body instanceof Blob;
  const response = await fetch('/_tat/' + path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': JSON_TYPE },
    body: body === undefined || isFile ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const json = text === '' ? null : JSON.parse(text);
  if (!response.ok) {
    throw new Error(json?.error ?? response.status + ' ' + response.statusText);
  }
  return json;
}

/** Sends a request of the cloud's API; rejects with its error code and message. */
export async function cloud(action, parameters) {
  const body = JSON.stringify(parameters);
  const headers = {
    'Content-Type': JSON_TYPE,
    'X-TC-Action': action,
    'X-TC-Version': VERSION,
    'X-TC-Language': state.language === 'zh' ? 'zh-CN' : 'en-US',
    ...(state.region === '' ? {} : { 'X-TC-Region': state.region }),
    ...(await signature(body)),
  };
  const response = await fetch('/', { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok || text === '') {
    throw new Error(response.status + ' ' + response.statusText);
  }
  const answer = JSON.parse(text).Response;
  if (answer.Error) {
    throw new Error(answer.Error.Code + ': ' + answer.Error.Message);
  }
  return answer;
}

/** Returns the headers that sign a request; none without a key pair. */
async function signature(body) {
  if (state.secretId === '' || state.secretKey === '') {
    return {};
  }
  if (!crypto.subtle) {
    throw new Error('This browser signs only for pages of HTTPS or of this computer.');
  }
  const timestamp = String(Math.floor(Date.now() / 1000));
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = date + '/tat/tc3_request';
  const canonical = ['POST', '/', '', 'content-type:' + JSON_TYPE + '\nhost:' + location.host + '\n',
    'content-type;host', await sha256(body)].join('\n');
  const toSign = ['TC3-HMAC-SHA256', timestamp, scope, await sha256(canonical)].join('\n');
  let key = encoder.encode('TC3' + state.secretKey);
  for (const part of [date, 'tat', 'tc3_request']) {
    key = await hmac(key, part);
  }
  const signed = hex(await hmac(key, toSign));
  return {
    'X-TC-Timestamp': timestamp,
    Authorization: 'TC3-HMAC-SHA256 Credential=' + state.secretId + '/' + scope
      + ', SignedHeaders=content-type;host, Signature=' + signed,
  };
}

async function sha256(text) {
  return hex(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

async function hmac(key, text) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return crypto.subtle.sign('HMAC', imported, encoder.encode(text));
}

function hex(bytes) {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Returns text as Base64 of its UTF-8 bytes, as the cloud's API takes scripts. */
export function base64(text) {
  return btoa(Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
