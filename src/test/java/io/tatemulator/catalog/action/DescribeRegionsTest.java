package io.tatemulator.catalog.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import io.tatemulator.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribeRegionsTest extends AcceptanceTest {
  private static final List<String> REGIONS =
      List.of(
          "ap-guangzhou",
          "ap-nanjing",
          "ap-shanghai",
          "ap-hongkong",
          "ap-beijing",
          "ap-singapore",
          "na-siliconvalley",
          "ap-chengdu",
          "eu-frankfurt",
          "ap-seoul",
          "ap-chongqing");

  private List<String> names(String language) {
    return api.with("X-TC-Language", language)
        .ok("DescribeRegions", "{}")
        .texts("RegionSet", "RegionName");
  }

  @Test
  void listsTheRegionsOfThePublishedExample() {
    Answer answer = api.ok("DescribeRegions", "{}");

    assertThat(answer.members()).containsExactlyInAnyOrder("TotalCount", "RegionSet", "RequestId");
    // The example says twelve of eleven.
    assertThat(answer.number("TotalCount")).isEqualTo(11);
    assertThat(answer.texts("RegionSet", "Region")).isEqualTo(REGIONS);
    assertThat(answer.texts("RegionSet", "RegionState")).containsOnly("AVAILABLE");
    assertThat(answer.list("RegionSet").get(0).propertyNames()).hasSize(3);
  }

  @Test
  void namesThemInTheCallersLanguage() {
    assertThat(names("zh-CN"))
        .containsExactly("广州", "南京", "上海", "中国香港", "北京", "新加坡", "硅谷", "成都", "法兰克福", "首尔", "重庆");
    assertThat(names("en-US")).hasSize(11).startsWith("Guangzhou", "Nanjing", "Shanghai");
  }

  @Test
  void takesNoParameters() {
    assertThat(api.call("DescribeRegions", "{'Limit': 1}").code()).isEqualTo("UnknownParameter");
  }

  @Test
  void isTheSameEverywhere() {
    Answer there = newTenant().with("X-TC-Region", "eu-frankfurt").ok("DescribeRegions", "{}");

    assertThat(there.texts("RegionSet", "Region")).isEqualTo(REGIONS);
  }
}
