#!/usr/bin/env bash
# The control API with curl alone: example.sh http://127.0.0.1:8080. All that the emulator holds is forgotten.
set -euo pipefail
url=$1

control() {
  local answer status
  answer=$(curl -sS -w '\n%{http_code}' -X "$1" "$url/_tat/$2" -H 'Content-Type: application/json' ${3:+-d "$3"})
  status=${answer##*$'\n'}
  [[ $status = 2* ]] || { echo "curl: $1 /_tat/$2 was answered $answer" >&2; exit 1; }
  echo "${answer%$'\n'*}"
}
tat() {
  curl -sS "$url/" -H 'Content-Type: application/json' -d "$2" \
    -H "X-TC-Action: $1" -H 'X-TC-Version: 2020-10-28' -H 'X-TC-Region: ap-guangzhou'
}
records() { tat DescribeInvokerRecords '{}' | sed 's/,"RequestId".*//'; }
expect() { [[ $3 = *"$2"* ]] || { echo "curl: $1: expected $2, got $3" >&2; exit 1; }; }

control POST reset >/dev/null
control PUT clock '{"mode": "frozen", "now": "2021-08-31T15:59:00Z"}' >/dev/null
invoker='{"Name": "example", "CommandId": "cmd-m7uma92n", "InstanceIds": ["ins-yx05ky8j"], "Type": "SCHEDULE",
  "ScheduleSettings": {"Policy": "RECURRENCE", "Recurrence": "*/3 * * * *"}}'
expect 'CreateInvoker' '"InvokerId":"ivk-' "$(tat CreateInvoker "$invoker")"

control PUT outcomes '{"rules": [{"match": {"nth": 2}, "outcome": {"exitCode": 3}}]}' >/dev/null
expect 'six minutes' '"fired":2,' "$(control POST clock/advance '{"by": "PT6M"}')"
before=$(records)
expect 'the records' '"TotalCount":2,' "$before"
results=$(grep -o '"Result":"[A-Z]*"' <<<"$before" || true)
expect 'the results, newest first' '"Result":"FAILED" "Result":"SUCCESS"' "${results//$'\n'/ }"

once='{"action": "DescribeInvokers", "times": 1}'
control PUT faults "{\"rules\": [{\"match\": $once, \"fault\": {\"code\": \"InternalError\"}}]}" >/dev/null
expect 'the call with a fault' '"Code":"InternalError"' "$(tat DescribeInvokers '{}')"
expect 'the call after it' '"TotalCount":1,' "$(tat DescribeInvokers '{}')"

control PUT snapshots/example >/dev/null
control POST reset >/dev/null
expect 'the records after a reset' '"TotalCount":0,' "$(records)"
control POST snapshots/example/load >/dev/null
expect 'the records after loading' "$before" "$(records)"

control DELETE snapshots/example >/dev/null
control POST reset >/dev/null
echo "curl: two runs, a fault and a snapshot, all as expected"
