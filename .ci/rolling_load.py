"""20 CreateInvoker requests a second by the official Python SDK until a file exists. Each must succeed, and be there
afterwards; the client repeats a request once if its connection was refused.

rolling_load.py URL FILE
"""

import concurrent.futures
import datetime
import os
import sys
import time
import urllib.parse
import uuid

from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.tat.v20201028 import models, tat_client

RATE = 20
URL, ENOUGH = sys.argv[1:]
NAME = "rolling-" + uuid.uuid4().hex[:8]


def client():
    url = urllib.parse.urlsplit(URL)
    http = HttpProfile(protocol=url.scheme, endpoint=url.netloc)
    return tat_client.TatClient(
        credential.Credential("AKIDEMULATOREXAMPLE", "emulator-secret-key"),
        "ap-guangzhou",
        ClientProfile(httpProfile=http),
    )


def request(kind, **parameters):
    made = kind()
    made._deserialize(parameters)
    return made


command = (
    client()
    .CreateCommand(request(models.CreateCommandRequest, CommandName=NAME, Content="bHM="))
    .CommandId
)
due = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=300)).isoformat(
    timespec="seconds"
)
refused = 0


def create(_):
    global refused
    create_invoker = request(
        models.CreateInvokerRequest,
        Name=NAME,
        Type="SCHEDULE",
        CommandId=command,
        InstanceIds=["ins-yx05ky8j"],
        ScheduleSettings={"Policy": "ONCE", "InvokeTime": due},
    )
    try:
        return client().CreateInvoker(create_invoker).InvokerId
    except TencentCloudSDKException as error:
        if "refused" not in str(error):
            raise
        refused += 1
        return client().CreateInvoker(create_invoker).InvokerId


sent = []
with concurrent.futures.ThreadPoolExecutor(32) as threads:
    start = time.monotonic()
    while not os.path.exists(ENOUGH):
        sent.append(threads.submit(create, len(sent)))
        time.sleep(max(0.0, start + len(sent) / RATE - time.monotonic()))

failures = [str(one.exception()) for one in sent if one.exception()]
created = {one.result() for one in sent if not one.exception()}
found = set()
while True:
    page = client().DescribeInvokers(
        request(
            models.DescribeInvokersRequest,
            Filters=[{"Name": "command-id", "Values": [command]}],
            Limit=100,
            Offset=len(found),
        )
    )
    found.update(invoker.InvokerId for invoker in page.InvokerSet)
    if len(found) >= page.TotalCount or not page.InvokerSet:
        break
print(
    f"rolling restart: {len(sent)} requests in {time.monotonic() - start:.0f} s, {refused} repeated,"
    f" {len(failures)} lost, {len(created - found)} not there, {len(found - created)} unexpected"
)
for failure in failures[:5]:
    print(failure)
sys.exit(bool(failures or created != found))
