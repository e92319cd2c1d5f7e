package io.tatemulator.command;

import java.time.Instant;
import java.util.regex.Pattern;

/** The use cases of public commands: the two in the cloud's published samples. */
public enum Scene {
  OPERATIONS("sc-12345678", "运维场景"),
  WINDOWS("sc-r8ct2mkc", "Windows");

  /** Accepted scene ids. */
  public static final String PATTERN = "sc-[0-9a-z]{8,16}";

  /** Accepted names of scenes; the cloud does not document its rule. */
  public static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,60}");

  /** The creation time in the cloud's samples. */
  public static final Instant CREATED = Instant.parse("2020-11-02T02:48:11Z");

  private final String sceneId;
  private final String sceneName;

  Scene(String sceneId, String sceneName) {
    this.sceneId = sceneId;
    this.sceneName = sceneName;
  }

  /** Returns the public identifier. */
  public String sceneId() {
    return sceneId;
  }

  /** Returns its name, the same in every language. */
  public String sceneName() {
    return sceneName;
  }
}
