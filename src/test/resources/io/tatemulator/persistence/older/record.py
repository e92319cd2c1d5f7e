"""Records the state of an older version: python3 record.py tat-emulator.jar FOLDER

Starts that version's jar with an empty data folder, creates rows in every table, and writes to FOLDER the
data folder's file, a snapshot, and the version's responses.
"""

import base64
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request

JAR, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
ACTIONS = {
    "DescribeAutomationAgentStatus": {}, "DescribeCommands": {}, "DescribeInvocationTasks": {"HideOutput": False},
    "DescribeInvocations": {}, "DescribeInvokerRecords": {}, "DescribeInvokers": {}, "DescribeRegisterCodes": {},
    "DescribeRegisterInstances": {},
}
TENANTS = {
    "default": {"X-TC-Region": "ap-guangzhou"},
    "other region": {"X-TC-Region": "ap-beijing"},
    "other account": {"Authorization": "TC3-HMAC-SHA256 Credential=AKIDSECOND/2026-01-01/tat/tc3_request,"
                                       " SignedHeaders=content-type;host, Signature=00"},
}
TAGS = [{"Key": "team", "Value": "web"}, {"Key": "empty", "Value": ""}]
url = None


def send(method, path, body=None, headers=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url + path, method=method, data=data,
                                     headers={"Content-Type": "application/json", **(headers or {})})
    with urllib.request.urlopen(request) as response:
        return json.loads(response.read() or "null")


def control(method, route, body=None):
    return send(method, "/_tat/" + route, body)


def tat(action, tenant="default", **parameters):
    headers = {"X-TC-Action": action, "X-TC-Version": "2020-10-28", **TENANTS[tenant]}
    response = send("POST", "/", parameters, headers)["Response"]
    if "Error" in response and action != "DescribeRegions":
        sys.exit(f"{action}: {response}")
    return response


def command(name, script, tenant="default", **more):
    content = base64.b64encode(script.encode()).decode()
    return tat("CreateCommand", tenant, CommandName=name, Content=content, **more)["CommandId"]


def run(command_id, *instances, tenant="default", **more):
    return tat("InvokeCommand", tenant, CommandId=command_id, InstanceIds=list(instances), **more)["InvocationId"]


def invoker(name, command_id, schedule, *instances, tenant="default", **more):
    return tat("CreateInvoker", tenant, Name=name, Type="SCHEDULE", CommandId=command_id, InstanceIds=list(instances),
               ScheduleSettings=schedule, **more)["InvokerId"]


def advance(by):
    control("POST", "clock/advance", {"by": by})


def rules():
    control("PUT", "outcomes", {"rules": [
        {"match": {"command": "deploy", "run": 2}, "outcome": {"exitCode": 3, "output": "no such file"}},
        {"match": {"instance": "ins-slow0001"}, "outcome": {"delay": "PT40M", "errorInfo": "late", "status": "TASK_TIMEOUT"}},
        {"match": {"content": "sleep"}, "outcome": {"exitCode": 4, "output": "slept", "duration": "PT30M"}},
        {"match": {"parameters": {"version": "9"}, "probability": 1, "seed": 5}, "outcome": {"status": "START_FAILED"}}]})
    control("PUT", "faults", {"rules": [
        {"match": {"action": "DescribeRegions", "calls": 2}, "fault": {"code": "InternalError", "message": "twice"}},
        {"match": {"action": "DescribeQuotas", "calls": 1}, "fault": {"answer": "dropped"}},
        {"match": {"action": "DescribeScenes", "region": "ap-beijing"}, "fault": {"answer": "half", "latency": "PT0S"}},
        {"match": {"instance": "ins-web00003"}, "agentOffline": {"from": "2026-03-02T02:30:00Z"}}]})


def populate():
    control("PUT", "seed", {"seed": 42})
    control("PUT", "clock", {"mode": "frozen", "now": "2026-03-02T01:00:00Z"})
    rules()
    control("PUT", "instances/ins-web00001", {"platform": "linux"})
    control("PUT", "instances/ins-stopped1", {"platform": "windows", "state": "stopped", "agent": "none"})
    deploy = command("deploy", "deploy {{version}}", Tags=TAGS, EnableParameter=True, Username="app", Timeout=100,
                     DefaultParameters='{"version": "1"}', WorkingDirectory="/srv", Description="first revision")
    sleep = command("sleep", "sleep 30", Timeout=7200)
    gone = command("gone", "ls", OutputCOSBucketUrl="https://bucket-1250000000.cos.ap-guangzhou.myqcloud.com",
                   OutputCOSKeyPrefix="logs")
    command("described", "Get-Item {{name}}", CommandType="POWERSHELL", EnableParameter=True, DefaultParameterConfs=[
        {"ParameterName": "name", "ParameterValue": "C:", "ParameterDescription": "a drive"}])
    run(deploy, "ins-web00001", "ins-web00002")
    run(gone, "ins-web00001")
    run(deploy, "ins-web00001", Parameters='{"version": "9"}')
    advance("PT1S")
    tat("ModifyCommand", CommandId=deploy, Description="second revision", DefaultParameters='{"version": "2"}')
    tat("DeleteCommand", CommandId=gone)

    hourly = {"Policy": "RECURRENCE", "Recurrence": "0 * * * *"}
    invoker("hourly", deploy, hourly, "ins-web00001", "ins-web00003", Parameters='{"version": "3"}', Username="root")
    invoker("fired", sleep, {"Policy": "ONCE", "InvokeTime": "2026-03-02T02:10:00Z"}, "ins-web00001")
    invoker("future", deploy, {"Policy": "ONCE", "InvokeTime": "2026-03-02T03:45:00Z"}, "ins-web00001")
    disabled = invoker("disabled", deploy, hourly, "ins-web00001", Tags=TAGS)
    tat("DisableInvoker", InvokerId=disabled)
    code = tat("CreateRegisterCode", Description="machines", InstanceNamePrefix="web", RegisterLimit=5,
               EffectiveTime=10, IpAddressRange="10.0.0.0/8")["RegisterCodeId"]
    tat("DisableRegisterCodes", RegisterCodeIds=[code])
    tat("CreateRegisterCode", EffectiveTime=100000)
    for tenant in ["other region", "other account"]:
        own = command("deploy", "ls", tenant=tenant)
        run(own, "ins-web00001", tenant=tenant)
        invoker("hourly", own, hourly, "ins-web00001", tenant=tenant)
    advance("PT2H10M")

    tat("RunCommand", Content="bHM=", InstanceIds=["ins-once0001"], CommandName="unsaved")
    run(sleep, "ins-web00001", "ins-slow0001")
    tat("CancelInvocation", InvocationId=run(sleep, "ins-web00002"))
    run(sleep, "ins-wait0001")
    advance("PT0S")
    tat("DescribeRegions")


def rows(snapshot, table):
    content = snapshot["tables"][table]
    return content["columns"], content["rows"]


def complete(snapshot):
    """Adds a registered machine, which no request creates, and a pending task, which would be delivered at once."""
    columns, codes = rows(snapshot, "register_code")
    code = dict(zip(columns, codes[-1]))
    machine = {**code, "id": code["id"] + 1_000_000, "register_code_id": code["code_id"], "instance_id": "rins-machine1",
               "instance_name": "web-1", "machine_id": "22c4dabc-3ae9-4ff3-8331-d44147c96f8b", "system_name": "Linux",
               "host_name": "webserver01", "local_ip": "10.0.0.1", "public_key": "-----BEGIN RSA PUBLIC KEY-----",
               "status": "Online"}
    columns, machines = rows(snapshot, "register_instance")
    machines.append([machine[column] for column in columns])
    tag = {"instance_row": machine["id"], "place": 0, "tag_key": "team", "tag_value": "web"}
    columns, tags = rows(snapshot, "register_instance_tag")
    tags.append([tag[column] for column in columns])
    columns, tasks = rows(snapshot, "invocation_task")
    waiting = next(task for task in tasks if "ins-wait0001" in task)
    values = dict(zip(columns, waiting))
    pending = {**values, "status": "PENDING", "next_step_at": values["next_step_at"] + 1_200_000, "started_at": None, "note": None}
    waiting[:] = [pending[column] for column in columns]
    invocation = next(row for row in rows(snapshot, "invocation")[1] if values["invocation_id"] in row)
    invocation[invocation.index("RUNNING")] = "PENDING"
    snapshot["sequences"]["ids"] = max(snapshot["sequences"]["ids"], machine["id"] + 20_000)
    return snapshot


def responses():
    return {
        "tenants": {name: {action: tat(action, name, **body) for action, body in ACTIONS.items()} for name in TENANTS},
        "control": {route: control("GET", route) for route in ["clock", "outcomes", "faults", "instances", "seed"]},
    }


def record():
    populate()
    control("PUT", "snapshots/draft")
    draft = control("GET", "snapshots/draft")
    control("PUT", "snapshots/draft", complete(draft))
    control("POST", "snapshots/draft/load")
    control("DELETE", "snapshots/draft")
    control("PUT", "snapshots/recorded")
    (FOLDER / "snapshot.json").write_text(json.dumps(control("GET", "snapshots/recorded"), separators=(",", ":")) + "\n")
    (FOLDER / "responses.json").write_text(json.dumps(responses(), indent=1, ensure_ascii=False) + "\n")


with tempfile.TemporaryDirectory() as work:
    data, endpoint = pathlib.Path(work, "data"), pathlib.Path(work, "url")
    process = subprocess.Popen(["java", "-jar", JAR, "--server.port=0", f"--tat.data-dir={data}",
                                "--tat.account-per-secret-id=true", f"--tat.endpoint-file={endpoint}"])
    try:
        while not endpoint.exists() and process.poll() is None:
            time.sleep(0.1)
        url = endpoint.read_text().strip()
        record()
    finally:
        process.terminate()
        process.wait()
    (FOLDER / "tat.mv.db.gz").write_bytes(gzip.compress((data / "tat.mv.db").read_bytes(), mtime=0))
