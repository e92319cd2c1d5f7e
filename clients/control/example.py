"""The control API with the standard library alone: python example.py http://127.0.0.1:8080

All that the emulator holds is forgotten.
"""

import json
import sys
import urllib.error
import urllib.request

URL = sys.argv[1]


def send(method, path, body=None, headers=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        URL + path,
        method=method,
        data=data,
        headers={"Content-Type": "application/json", **(headers or {})},
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or "null")
    except urllib.error.HTTPError as refused:
        sys.exit(f"Python: {method} {path} was answered {refused.code} {refused.read().decode()}")


def control(method, route, body=None):
    return send(method, "/_tat/" + route, body)


def tat(action, **parameters):
    headers = {"X-TC-Action": action, "X-TC-Version": "2020-10-28", "X-TC-Region": "ap-guangzhou"}
    return send("POST", "/", parameters, headers)["Response"]


def expect(what, wanted, found):
    if found != wanted:
        sys.exit(f"Python: {what}: expected {wanted}, got {found}")


def records():
    return tat("DescribeInvokerRecords").get("InvokerRecordSet", [])


control("POST", "reset")
control("PUT", "clock", {"mode": "frozen", "now": "2021-08-31T15:59:00Z"})
created = tat(
    "CreateInvoker",
    Name="example",
    CommandId="cmd-m7uma92n",
    InstanceIds=["ins-yx05ky8j"],
    Type="SCHEDULE",
    ScheduleSettings={"Policy": "RECURRENCE", "Recurrence": "*/3 * * * *"},
)
expect("CreateInvoker", None, created.get("Error"))

control("PUT", "outcomes", {"rules": [{"match": {"nth": 2}, "outcome": {"exitCode": 3}}]})
expect("six minutes", 2, control("POST", "clock/advance", {"by": "PT6M"})["fired"])
before = records()
results = [record["Result"] for record in before]
expect("the results, newest first", ["FAILED", "SUCCESS"], results)

once = {"action": "DescribeInvokers", "times": 1}
control("PUT", "faults", {"rules": [{"match": once, "fault": {"code": "InternalError"}}]})
refused = tat("DescribeInvokers")
expect("the call with a fault", "InternalError", refused.get("Error", {}).get("Code"))
expect("the call after it", 1, tat("DescribeInvokers").get("TotalCount"))

control("PUT", "snapshots/example")
control("POST", "reset")
expect("the records after a reset", [], records())
control("POST", "snapshots/example/load")
expect("the records after loading", before, records())

control("DELETE", "snapshots/example")
control("POST", "reset")
print("Python: two runs, a fault and a snapshot, all as expected")
