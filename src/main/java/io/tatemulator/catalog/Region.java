package io.tatemulator.catalog;

import io.tatemulator.protocol.error.Language;

/** The regions of TAT in its published sample. */
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

  /** Returns the id that requests use. */
  public String id() {
    return id;
  }

  /** Returns the display name in a language. */
  public String name(Language language) {
    return language == Language.CHINESE ? chinese : english;
  }
}
