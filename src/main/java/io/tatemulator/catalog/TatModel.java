package io.tatemulator.catalog;

import io.tatemulator.protocol.ServiceModel;
import io.tatemulator.protocol.error.CommonCodes;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The actions that TAT has in its only version. */
@Configuration(proxyBeanMethods = false)
class TatModel {
  @Bean
  ServiceModel serviceModel() {
    return new ServiceModel(
        "tat",
        "2020-10-28",
        Set.of(
            "CancelInvocation",
            "CreateCommand",
            "CreateInvoker",
            "CreateRegisterCode",
            "DeleteCommand",
            "DeleteCommands",
            "DeleteInvoker",
            "DeleteRegisterCodes",
            "DeleteRegisterInstance",
            "DescribeAutomationAgentStatus",
            "DescribeCommands",
            "DescribeInvocationTasks",
            "DescribeInvocations",
            "DescribeInvokerRecords",
            "DescribeInvokers",
            "DescribeQuotas",
            "DescribeRegions",
            "DescribeRegisterCodes",
            "DescribeRegisterInstances",
            "DescribeScenes",
            "DisableInvoker",
            "DisableRegisterCodes",
            "EnableInvoker",
            "InvokeCommand",
            "ModifyCommand",
            "ModifyInvoker",
            "ModifyRegisterInstance",
            "PreviewReplacedCommandContent",
            "RunCommand"),
        errorCodes());
  }

  private static Set<String> errorCodes() {
    Set<String> codes = new TreeSet<>(CommonCodes.ALL);
    codes.addAll(DocumentedCodes.ALL);
    return codes;
  }
}
