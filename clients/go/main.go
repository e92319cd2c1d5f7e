// The official Go SDK against an emulator: go run . http://127.0.0.1:PORT [https://localhost:PORT]
//
// The emulator's setting tat.invoker.show-next-fire must be false, as for Terraform.
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"log"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"
	sdkerrors "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/profile"
	tat "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/tat/v20201028"
)

// A way in which the SDK can send a request.
type way struct {
	endpoint, method, signature string
	unsignedPayload             bool
}

// An invoker that has been created and will fire.
type begun struct {
	way       way
	invokerID string
}

func ways(endpoint string) []way {
	all := []way{{endpoint, "POST", "TC3-HMAC-SHA256", true}}
	for _, method := range []string{"POST", "GET"} {
		for _, signature := range []string{"TC3-HMAC-SHA256", "HmacSHA256", "HmacSHA1"} {
			all = append(all, way{endpoint, method, signature, false})
		}
	}
	return all
}

func (w way) client(secretKey string) *tat.Client {
	endpoint := must(url.Parse(w.endpoint))
	settings := profile.NewClientProfile()
	settings.SignMethod = w.signature
	settings.UnsignedPayload = w.unsignedPayload
	settings.Language = "en-US"
	settings.HttpProfile.Scheme = strings.ToUpper(endpoint.Scheme)
	settings.HttpProfile.Endpoint = endpoint.Host
	settings.HttpProfile.ReqMethod = w.method
	return newClient(settings, secretKey)
}

func newClient(settings *profile.ClientProfile, secretKey string) *tat.Client {
	credential := common.NewCredential("AKIDEMULATOREXAMPLE", secretKey)
	return must(tat.NewClient(credential, "ap-guangzhou", settings))
}

// Creates an invoker that fires ten seconds later.
func (w way) begin() begun {
	client := w.client("emulator-secret-key")
	command := tat.NewCreateCommandRequest()
	command.CommandName = common.StringPtr(unique("go"))
	command.Content = encoded("echo {{word}} & more")
	command.EnableParameter = common.BoolPtr(true)
	command.DefaultParameters = common.StringPtr(`{"word": "a b+c=d"}`)
	commandID := must(client.CreateCommand(command)).Response.CommandId
	invoker := tat.NewCreateInvokerRequest()
	invoker.Name = common.StringPtr("from Go")
	invoker.Type = common.StringPtr("SCHEDULE")
	invoker.CommandId = commandID
	invoker.InstanceIds = common.StringPtrs([]string{"ins-yx05ky8j"})
	invoker.ScheduleSettings = &tat.ScheduleSettings{
		Policy:     common.StringPtr("ONCE"),
		InvokeTime: common.StringPtr(time.Now().Add(10 * time.Second).UTC().Format(time.RFC3339)),
	}
	return begun{w, *must(client.CreateInvoker(invoker)).Response.InvokerId}
}

func (b begun) finish() {
	client := b.way.client("emulator-secret-key")
	records := tat.NewDescribeInvokerRecordsRequest()
	records.InvokerIds = []*string{&b.invokerID}
	records.Limit = common.Uint64Ptr(1)
	var page *tat.DescribeInvokerRecordsResponseParams
	for tries := 0; tries < 150; tries++ {
		page = must(client.DescribeInvokerRecords(records)).Response
		if len(page.InvokerRecordSet) > 0 && *page.InvokerRecordSet[0].Result == "SUCCESS" {
			break
		}
		time.Sleep(200 * time.Millisecond)
	}
	equal("TotalCount", *page.TotalCount, 1)
	equal("Result", *page.InvokerRecordSet[0].Result, "SUCCESS")

	records.Limit = common.Uint64Ptr(101)
	_, err := client.DescribeInvokerRecords(records)
	refused(err, "InvalidParameterValue.TooLarge")
	unknown := tat.NewDeleteCommandRequest()
	unknown.CommandId = common.StringPtr("cmd-00000000")
	_, err = client.DeleteCommand(unknown)
	refused(err, "ResourceNotFound.CommandNotFound")
	_, err = b.way.client("wrong-key").DescribeRegions(tat.NewDescribeRegionsRequest())
	refused(err, "AuthFailure.SignatureFailure")
	fmt.Printf("Go SDK: %v passed\n", b.way)
}

func main() {
	log.SetFlags(0)
	var all []begun
	for _, endpoint := range os.Args[1:] {
		for _, way := range ways(endpoint) {
			all = append(all, way.begin())
		}
	}
	for _, endpoint := range os.Args[1:] {
		replayTerraform(endpoint)
	}
	for _, begun := range all {
		begun.finish()
	}
}

func unique(prefix string) string {
	return fmt.Sprintf("%s-%d", prefix, time.Now().UnixNano())
}

func encoded(script string) *string {
	return common.StringPtr(base64.StdEncoding.EncodeToString([]byte(script)))
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Panicln(err)
	}
	return value
}

func equal[T comparable](what string, actual, expected T) {
	if actual != expected {
		log.Panicf("%s is %v, not %v", what, actual, expected)
	}
}

func refused(err error, code string) {
	var refusal *sdkerrors.TencentCloudSDKError
	if !errors.As(err, &refusal) || refusal.Code != code || refusal.RequestId == "" {
		log.Panicf("not refused with %s but: %v", code, err)
	}
}
