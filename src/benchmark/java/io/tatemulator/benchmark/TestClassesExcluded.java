package io.tatemulator.benchmark;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps the parts that tests put into the emulator out of a server that is to be measured. */
final class TestClassesExcluded extends TypeExcludeFilter {
  private static final String TEST_CLASSES =
      TestClassesExcluded.class.getProtectionDomain().getCodeSource().getLocation().toString();

  @Override
  public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
    return type.getResource().getURL().toString().startsWith(TEST_CLASSES);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TestClassesExcluded;
  }

  @Override
  public int hashCode() {
    return TestClassesExcluded.class.hashCode();
  }
}
