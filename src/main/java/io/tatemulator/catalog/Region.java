package io.tatemulator.catalog;

import io.tatemulator.protocol.error.Language;

/** The regions that TAT is offered in, as its published sample lists them. */
public enum Region {
  GUANGZHOU("ap-guangzhou", "Guangzhou", "广州"),
  NANJING("ap-nanjing", "Nanjing", "南京"),
  SHANGHAI("ap-shanghai", "Shanghai", "上海"),
  HONG_KONG("ap-hongkong", "Hong Kong, China", "中国香港"),
  BEIJING("ap-beijing", "Beijing", "北京"),
  SINGAPORE("ap-singapore", "Singapore", "新加坡"),
  SILICON_VALLEY("na-siliconvalley", "Silicon Valley", "硅谷"),
  CHENGDU("ap-chengdu", "Chengdu", "成都"),
  FRANKFURT("eu-frankfurt", "Frankfurt", "法兰克福"),
  SEOUL("ap-seoul", "Seoul", "首尔"),
  CHONGQING("ap-chongqing", "Chongqing", "重庆");

  private final String id;
  private final String english;
  private final String chinese;

  Region(String id, String english, String chinese) {
    this.id = id;
    this.english = english;
    this.chinese = chinese;
  }

  /** As requests name it. */
  public String id() {
    return id;
  }

  /** As people name it. */
  public String name(Language language) {
    return language == Language.CHINESE ? chinese : english;
  }
}
