package io.tatemulator.command;

/** The interpreter of a command's script. */
public enum CommandType {
  SHELL("/root", "root"),
  POWERSHELL("C:\\Program Files\\qcloud\\tat_agent\\workdir", "System"),
  BAT("C:\\Program Files\\qcloud\\tat_agent\\workdir", "System");

  private final String defaultWorkingDirectory;
  private final String defaultUsername;

  CommandType(String defaultWorkingDirectory, String defaultUsername) {
    this.defaultWorkingDirectory = defaultWorkingDirectory;
    this.defaultUsername = defaultUsername;
  }

  /** Returns whether it requires a Windows system; otherwise it requires a Unix one. */
  public boolean isWindows() {
    return this != SHELL;
  }

  /** Returns the working directory when the request specifies none. */
  public String defaultWorkingDirectory() {
    return defaultWorkingDirectory;
  }

  /** Returns the user that runs the script when the request specifies none. */
  public String defaultUsername() {
    return defaultUsername;
  }
}
