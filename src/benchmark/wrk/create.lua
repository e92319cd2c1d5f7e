-- Sends CreateInvoker, or another action with the same parameters, each time with another name.
local body = '{"Name":"benchmark-%d","Type":"SCHEDULE","CommandId":"cmd-m7uma92n",'
  .. '"InstanceIds":["ins-yx05ky8j"],"ScheduleSettings":'
  .. '{"Policy":"ONCE","InvokeTime":"2099-01-01T00:00:00+08:00"}}'
local sent = 0

function init(args)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["X-TC-Version"] = "2020-10-28"
  wrk.headers["X-TC-Region"] = "ap-guangzhou"
  wrk.headers["X-TC-Action"] = args[1]
end

function request()
  sent = sent + 1
  return wrk.format(nil, "/", nil, body:format(sent))
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d\n", summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
