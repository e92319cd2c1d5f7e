package io.tatemulator.support;

/** A setting has a value that it cannot have; the message says what is expected. */
public final class InvalidSettingException extends IllegalArgumentException {
  private final String setting;
  private final transient Object value;

  InvalidSettingException(String setting, Object value, String expected) {
    super(expected);
    this.setting = setting;
    this.value = value;
  }

  /** The name of the setting below the prefix of the record that takes it. */
  public String setting() {
    return setting;
  }

  /** The value that it cannot have. */
  public Object value() {
    return value;
  }
}
