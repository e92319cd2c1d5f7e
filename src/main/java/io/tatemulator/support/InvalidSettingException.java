package io.tatemulator.support;

/** Thrown when a setting has an invalid value; the message says what is expected. */
public final class InvalidSettingException extends IllegalArgumentException {
  private final String setting;
  private final transient Object value;

  InvalidSettingException(String setting, Object value, String expected) {
    super(expected);
    this.setting = setting;
    this.value = value;
  }

  /** Returns the name of the setting without the prefix of the record that binds it. */
  public String setting() {
    return setting;
  }

  /** Returns the invalid value. */
  public Object value() {
    return value;
  }
}
