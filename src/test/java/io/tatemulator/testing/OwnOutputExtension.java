package io.tatemulator.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.test.system.CapturedOutput;

/**
 * Captures what a test and the threads that it starts write to the console. Spring Boot's own
 * extension captures the whole process, in which other tests leave emulators running.
 */
public final class OwnOutputExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final InheritableThreadLocal<Output> OWN = new InheritableThreadLocal<>();

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @Override
  public void beforeEach(ExtensionContext context) {
    OWN.set(new Output());
    System.setOut(new PrintStream(new Switch(out, false), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new Switch(err, true), true, StandardCharsets.UTF_8));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setOut(out);
    System.setErr(err);
    OWN.remove();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == CapturedOutput.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return OWN.get();
  }

  /** Writes to the output of the test that has started this thread, or else to the console. */
  private static final class Switch extends OutputStream {
    private final PrintStream console;
    private final boolean errors;

    Switch(PrintStream console, boolean errors) {
      this.console = console;
      this.errors = errors;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      @Nullable Output own = OWN.get();
      if (own == null) {
        console.write(bytes, offset, length);
      } else {
        own.write(errors, bytes, offset, length);
      }
    }
  }

  private static final class Output implements CapturedOutput {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final ByteArrayOutputStream normal = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    void write(boolean error, byte[] bytes, int offset, int length) {
      all.write(bytes, offset, length);
      (error ? errors : normal).write(bytes, offset, length);
    }

    @Override
    public String getAll() {
      return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String getOut() {
      return normal.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String getErr() {
      return errors.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int length() {
      return getAll().length();
    }

    @Override
    public char charAt(int index) {
      return getAll().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return getAll().subSequence(start, end);
    }

    @Override
    public String toString() {
      return getAll();
    }
  }
}
