package io.tatemulator.command;

/** What interprets a command's script. */
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

  /** Whether it needs a Windows system; otherwise it needs a Unix one. */
  public boolean isWindows() {
    return this != SHELL;
  }

  /** Where the script runs when the caller does not say. */
  public String defaultWorkingDirectory() {
    return defaultWorkingDirectory;
  }

  /** As whom the script runs when the caller does not say. */
  public String defaultUsername() {
    return defaultUsername;
  }
}
