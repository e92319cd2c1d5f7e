"""The official Python SDK against an emulator.

python check.py http://127.0.0.1:PORT [https://localhost:PORT]

CA_FILE names the certificate to trust with https.
"""

import base64
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

WAYS = [
    ("POST", "TC3-HMAC-SHA256"),
    ("GET", "TC3-HMAC-SHA256"),
    ("POST", "HmacSHA256"),
    ("GET", "HmacSHA256"),
    ("POST", "HmacSHA1"),
    ("GET", "HmacSHA1"),
]


def client(endpoint, method, signature, key="emulator-secret-key"):
    url = urllib.parse.urlsplit(endpoint)
    http = HttpProfile(
        protocol=url.scheme,
        endpoint=url.netloc,
        reqMethod=method,
        certification=os.environ.get("CA_FILE"),
    )
    profile = ClientProfile(signMethod=signature, httpProfile=http, language="en-US")
    return tat_client.TatClient(
        credential.Credential("AKIDEMULATOREXAMPLE", key), "ap-guangzhou", profile
    )


def request(kind, **parameters):
    made = kind()
    made._deserialize(parameters)
    return made


def refused(code, call):
    try:
        call()
    except TencentCloudSDKException as error:
        assert error.get_code() == code, error
        assert error.get_request_id(), error
    else:
        raise AssertionError("not refused with " + code)


def check(endpoint, method, signature):
    """Yields once, with an invoker that fires ten seconds later."""
    tat = client(endpoint, method, signature)
    script = base64.b64encode(b"echo {{word}} & more").decode()
    command = tat.CreateCommand(
        request(
            models.CreateCommandRequest,
            CommandName="python-" + uuid.uuid4().hex[:8],
            Content=script,
            EnableParameter=True,
            DefaultParameters='{"word": "a b+c=d"}',
        )
    ).CommandId
    due = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=10)
    invoker = tat.CreateInvoker(
        request(
            models.CreateInvokerRequest,
            Name="from Python",
            Type="SCHEDULE",
            CommandId=command,
            InstanceIds=["ins-yx05ky8j"],
            ScheduleSettings={"Policy": "ONCE", "InvokeTime": due.isoformat(timespec="seconds")},
        )
    ).InvokerId
    yield
    records = request(models.DescribeInvokerRecordsRequest, InvokerIds=[invoker], Limit=1)
    deadline = time.monotonic() + 30
    while True:
        page = tat.DescribeInvokerRecords(records)
        if page.TotalCount == 1 and page.InvokerRecordSet[0].Result == "SUCCESS":
            break
        assert time.monotonic() < deadline, page.to_json_string()
        time.sleep(0.2)
    records.Offset = 1
    beyond = tat.DescribeInvokerRecords(records)
    assert (beyond.TotalCount, beyond.InvokerRecordSet) == (1, []), beyond.to_json_string()

    records.Limit = 101
    refused("InvalidParameterValue.TooLarge", lambda: tat.DescribeInvokerRecords(records))
    refused(
        "ResourceNotFound.CommandNotFound",
        lambda: tat.DeleteCommand(request(models.DeleteCommandRequest, CommandId="cmd-00000000")),
    )
    wrong = client(endpoint, method, signature, "wrong-key")
    refused(
        "AuthFailure.SignatureFailure",
        lambda: wrong.DescribeRegions(models.DescribeRegionsRequest()),
    )
    print("Python SDK:", endpoint, method, signature, "passed")


checks = [check(url, *way) for url in sys.argv[1:] for way in WAYS]
for begun in checks:
    next(begun)
for begun in checks:
    next(begun, None)
