package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/url"

	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"
	tchttp "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/http"
	"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/profile"
	tat "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/tat/v20201028"
)

// The requests that the Terraform provider sends for a command, its invokers and their switch: each read compares with
// what has been written, since a difference is a change in the next plan.
type terraform struct {
	client *tat.Client
	tags   *common.Client
}

func replayTerraform(endpoint string) {
	provider := terraformClients(endpoint)
	commandID := provider.createCommand()
	provider.modifyCommand(commandID)
	provider.modifyTags(commandID)
	once := tat.ScheduleSettings{
		Policy:     common.StringPtr("ONCE"),
		Recurrence: common.StringPtr(""),
		InvokeTime: common.StringPtr("2099-11-17T16:00:00Z"),
	}
	recurrence := tat.ScheduleSettings{
		Policy:     common.StringPtr("RECURRENCE"),
		Recurrence: common.StringPtr("0 0 1 * *"),
		InvokeTime: common.StringPtr(""),
	}
	for _, schedule := range []tat.ScheduleSettings{once, recurrence} {
		invokerID := provider.createInvoker(commandID, schedule)
		provider.modifyInvoker(invokerID, schedule)
		provider.switchInvoker(invokerID)
		provider.deleteInvoker(invokerID)
	}
	provider.deleteCommand(commandID)
	fmt.Println("Terraform's requests:", endpoint, "passed")
}

// The clients as the README's two ways configure them: over HTTP through a proxy, over HTTPS with a domain.
func terraformClients(endpoint string) terraform {
	emulator := must(url.Parse(endpoint))
	settings := profile.NewClientProfile()
	settings.Language = "en-US"
	if emulator.Scheme == "http" {
		settings.HttpProfile.Scheme = "HTTP"
		settings.HttpProfile.Proxy = endpoint
	} else {
		settings.HttpProfile.RootDomain = emulator.Host
	}
	client := newClient(settings, "emulator-secret-key")
	credential := common.NewCredential("AKIDEMULATOREXAMPLE", "emulator-secret-key")
	tags := common.NewCommonClient(credential, "ap-guangzhou", settings)
	if emulator.Scheme == "https" {
		// tat.localhost and tag.localhost resolve on some systems only.
		dial := func(ctx context.Context, network, address string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, network, "127.0.0.1:"+emulator.Port())
		}
		client.WithHttpTransport(&http.Transport{DialContext: dial})
		tags.WithHttpTransport(&http.Transport{DialContext: dial})
	}
	return terraform{client, tags}
}

func (t terraform) createCommand() string {
	request := tat.NewCreateCommandRequest()
	request.CommandName = common.StringPtr(unique("terraform"))
	request.Content = encoded("ls")
	request.Description = common.StringPtr("from Terraform")
	request.CommandType = common.StringPtr("SHELL")
	request.WorkingDirectory = common.StringPtr("/root")
	request.Timeout = common.Uint64Ptr(50)
	request.Tags = []*tat.Tag{{Key: common.StringPtr("createdBy"), Value: common.StringPtr("terraform")}}
	id := *must(t.client.CreateCommand(request)).Response.CommandId
	shown := t.readCommands(id)[0]
	equal("CommandName", *shown.CommandName, *request.CommandName)
	equal("Content", *shown.Content, *request.Content)
	equal("Description", *shown.Description, *request.Description)
	equal("Timeout", *shown.Timeout, *request.Timeout)
	equal("EnableParameter", *shown.EnableParameter, false)
	equal("DefaultParameters", *shown.DefaultParameters, "")
	equal("tags", len(shown.Tags), 1)
	equal("tag", *shown.Tags[0].Key+"="+*shown.Tags[0].Value, "createdBy=terraform")
	return id
}

func (t terraform) modifyCommand(id string) {
	request := tat.NewModifyCommandRequest()
	request.CommandId = &id
	request.Content = encoded("pwd")
	request.Timeout = common.Uint64Ptr(60)
	must(t.client.ModifyCommand(request))
	shown := t.readCommands(id)[0]
	equal("Content", *shown.Content, *request.Content)
	equal("Timeout", *shown.Timeout, *request.Timeout)
	equal("Description", *shown.Description, "from Terraform")
}

// The provider computes both lists from the difference between the former tags and the new ones.
func (t terraform) modifyTags(commandID string) {
	request := tchttp.NewCommonRequest("tag", "2018-08-13", "ModifyResourceTags")
	must(0, request.SetActionParameters(map[string]any{
		"Resource":    "qcs::tat:ap-guangzhou:uin/:command/" + commandID,
		"ReplaceTags": []map[string]string{{"TagKey": "team", "TagValue": "ops"}},
		"DeleteTags":  []map[string]string{{"TagKey": "createdBy"}},
	}))
	must(0, t.tags.Send(request, tchttp.NewCommonResponse()))
	shown := t.readCommands(commandID)[0]
	equal("tags", len(shown.Tags), 1)
	equal("tag", *shown.Tags[0].Key+"="+*shown.Tags[0].Value, "team=ops")
}

func (t terraform) readCommands(id string) []*tat.Command {
	request := tat.NewDescribeCommandsRequest()
	request.Filters = byID("command-id", id)
	request.Limit = common.Uint64Ptr(100)
	request.Offset = common.Uint64Ptr(0)
	return must(t.client.DescribeCommands(request)).Response.CommandSet
}

func (t terraform) deleteCommand(id string) {
	request := tat.NewDeleteCommandRequest()
	request.CommandId = &id
	must(t.client.DeleteCommand(request))
	equal("commands left", len(t.readCommands(id)), 0)
}

func (t terraform) createInvoker(commandID string, schedule tat.ScheduleSettings) string {
	request := tat.NewCreateInvokerRequest()
	request.Name = common.StringPtr("from Terraform")
	request.Type = common.StringPtr("SCHEDULE")
	request.CommandId = &commandID
	request.InstanceIds = common.StringPtrs([]string{"ins-yx05ky8j"})
	request.Username = common.StringPtr("root")
	request.ScheduleSettings = &schedule
	id := *must(t.client.CreateInvoker(request)).Response.InvokerId
	shown := t.readInvokers(id)[0]
	equal("CommandId", *shown.CommandId, commandID)
	equal("instances", len(shown.InstanceIds), 1)
	equal("Username", *shown.Username, *request.Username)
	equal("Parameters", *shown.Parameters, "")
	equalSchedules(*shown.ScheduleSettings, schedule)
	return id
}

func (t terraform) modifyInvoker(id string, schedule tat.ScheduleSettings) {
	request := tat.NewModifyInvokerRequest()
	request.InvokerId = &id
	must(t.client.ModifyInvoker(request))
	request.Name = common.StringPtr("changed by Terraform")
	request.ScheduleSettings = &schedule
	must(t.client.ModifyInvoker(request))
	shown := t.readInvokers(id)[0]
	equal("Name", *shown.Name, *request.Name)
	equalSchedules(*shown.ScheduleSettings, schedule)
}

func (t terraform) readInvokers(id string) []*tat.Invoker {
	request := tat.NewDescribeInvokersRequest()
	request.Filters = byID("invoker-id", id)
	request.Limit = common.Uint64Ptr(100)
	request.Offset = common.Uint64Ptr(0)
	return must(t.client.DescribeInvokers(request)).Response.InvokerSet
}

func (t terraform) switchInvoker(id string) {
	for _, on := range []bool{true, false, true} {
		if on {
			request := tat.NewEnableInvokerRequest()
			request.InvokerId = &id
			must(t.client.EnableInvoker(request))
		} else {
			request := tat.NewDisableInvokerRequest()
			request.InvokerId = &id
			must(t.client.DisableInvoker(request))
		}
		read := tat.NewDescribeInvokersRequest()
		read.InvokerIds = []*string{&id}
		read.Limit = common.Uint64Ptr(20)
		read.Offset = common.Uint64Ptr(0)
		equal("Enable", *must(t.client.DescribeInvokers(read)).Response.InvokerSet[0].Enable, on)
	}
}

func (t terraform) deleteInvoker(id string) {
	request := tat.NewDeleteInvokerRequest()
	request.InvokerId = &id
	must(t.client.DeleteInvoker(request))
	equal("invokers left", len(t.readInvokers(id)), 0)
}

func byID(name, id string) []*tat.Filter {
	return []*tat.Filter{{Name: &name, Values: []*string{&id}}}
}

func equalSchedules(shown, written tat.ScheduleSettings) {
	equal("Policy", *shown.Policy, *written.Policy)
	equal("Recurrence", *shown.Recurrence, *written.Recurrence)
	equal("InvokeTime", *shown.InvokeTime, *written.InvokeTime)
}
