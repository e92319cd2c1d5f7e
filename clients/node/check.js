// The official Node SDK against an emulator: node check.js http://127.0.0.1:PORT [https://localhost:PORT]
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import sdk from "tencentcloud-sdk-nodejs";

const ways = [
  ["POST", "TC3-HMAC-SHA256"],
  ["GET", "TC3-HMAC-SHA256"],
  ["POST", "HmacSHA256"],
  ["GET", "HmacSHA256"],
  ["POST", "HmacSHA1"],
  ["GET", "HmacSHA1"],
];

function client(endpoint, reqMethod, signMethod, secretKey = "emulator-secret-key") {
  const url = new URL(endpoint);
  return new sdk.tat.v20201028.Client({
    credential: { secretId: "AKIDEMULATOREXAMPLE", secretKey },
    region: "ap-guangzhou",
    profile: {
      signMethod,
      language: "en-US",
      httpProfile: { protocol: `${url.protocol}//`, endpoint: url.host, reqMethod },
    },
  });
}

async function refused(code, call) {
  await assert.rejects(call, (error) => {
    assert.equal(error.code, code);
    assert.ok(error.requestId);
    return true;
  });
}

// Creates an invoker that fires ten seconds later, and gives the rest of the check.
async function begin(endpoint, reqMethod, signMethod) {
  const tat = client(endpoint, reqMethod, signMethod);
  const { CommandId } = await tat.CreateCommand({
    CommandName: `node-${Date.now()}-${reqMethod}-${signMethod}`,
    Content: Buffer.from("echo {{word}} & more").toString("base64"),
    EnableParameter: true,
    DefaultParameters: '{"word": "a b+c=d"}',
  });
  const { InvokerId } = await tat.CreateInvoker({
    Name: "from Node",
    Type: "SCHEDULE",
    CommandId,
    InstanceIds: ["ins-yx05ky8j"],
    ScheduleSettings: { Policy: "ONCE", InvokeTime: new Date(Date.now() + 10000).toISOString() },
  });
  return () => finish(tat, InvokerId, endpoint, reqMethod, signMethod);
}

async function finish(tat, InvokerId, endpoint, reqMethod, signMethod) {
  let page;
  for (let tries = 0; tries < 150; tries++) {
    page = await tat.DescribeInvokerRecords({ InvokerIds: [InvokerId], Limit: 1 });
    if (page.InvokerRecordSet[0]?.Result === "SUCCESS") break;
    await pause(200);
  }
  assert.equal(page.TotalCount, 1);
  assert.equal(page.InvokerRecordSet[0].Result, "SUCCESS");
  const beyond = await tat.DescribeInvokerRecords({ InvokerIds: [InvokerId], Offset: 1 });
  assert.deepEqual([beyond.TotalCount, beyond.InvokerRecordSet], [1, []]);

  await refused("InvalidParameterValue.TooLarge", () => tat.DescribeInvokerRecords({ Limit: 101 }));
  await refused("ResourceNotFound.CommandNotFound", () =>
    tat.DeleteCommand({ CommandId: "cmd-00000000" }),
  );
  await refused("AuthFailure.SignatureFailure", () =>
    client(endpoint, reqMethod, signMethod, "wrong-key").DescribeRegions({}),
  );
  console.log("Node SDK:", endpoint, reqMethod, signMethod, "passed");
}

const begun = [];
for (const endpoint of process.argv.slice(2)) {
  for (const way of ways) {
    begun.push(await begin(endpoint, ...way));
  }
}
for (const rest of begun) {
  await rest();
}
