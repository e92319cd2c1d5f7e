// The control API with fetch alone: node example.mjs http://127.0.0.1:8080
// All that the emulator holds is forgotten.

import { isDeepStrictEqual } from "node:util";

const url = process.argv[2];

function fail(text) {
  console.error(`Node: ${text}`);
  process.exit(1);
}

async function send(method, path, body, headers) {
  const answer = await fetch(url + path, {
    method,
    body: body && JSON.stringify(body),
    headers: { "Content-Type": "application/json", ...headers },
  });
  const text = await answer.text();
  if (!answer.ok) {
    fail(`${method} ${path} was answered ${answer.status} ${text}`);
  }
  return text && JSON.parse(text);
}

const control = (method, route, body) => send(method, `/_tat/${route}`, body);

async function tat(action, parameters = {}) {
  const answer = await send("POST", "/", parameters, {
    "X-TC-Action": action,
    "X-TC-Version": "2020-10-28",
    "X-TC-Region": "ap-guangzhou",
  });
  return answer.Response;
}

function expect(what, wanted, found) {
  if (!isDeepStrictEqual(found, wanted)) {
    fail(`${what}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(found)}`);
  }
}

const records = async () => (await tat("DescribeInvokerRecords")).InvokerRecordSet ?? [];

await control("POST", "reset");
await control("PUT", "clock", { mode: "frozen", now: "2021-08-31T15:59:00Z" });
const created = await tat("CreateInvoker", {
  Name: "example",
  CommandId: "cmd-m7uma92n",
  InstanceIds: ["ins-yx05ky8j"],
  Type: "SCHEDULE",
  ScheduleSettings: { Policy: "RECURRENCE", Recurrence: "*/3 * * * *" },
});
expect("CreateInvoker", undefined, created.Error);

await control("PUT", "outcomes", { rules: [{ match: { nth: 2 }, outcome: { exitCode: 3 } }] });
expect("six minutes", 2, (await control("POST", "clock/advance", { by: "PT6M" })).fired);
const before = await records();
const results = before.map((record) => record.Result);
expect("the results, newest first", ["FAILED", "SUCCESS"], results);

const once = { action: "DescribeInvokers", times: 1 };
await control("PUT", "faults", { rules: [{ match: once, fault: { code: "InternalError" } }] });
expect("the call with a fault", "InternalError", (await tat("DescribeInvokers")).Error?.Code);
expect("the call after it", 1, (await tat("DescribeInvokers")).TotalCount);

await control("PUT", "snapshots/example");
await control("POST", "reset");
expect("the records after a reset", [], await records());
await control("POST", "snapshots/example/load");
expect("the records after loading", before, await records());

await control("DELETE", "snapshots/example");
await control("POST", "reset");
console.log("Node: two runs, a fault and a snapshot, all as expected");
