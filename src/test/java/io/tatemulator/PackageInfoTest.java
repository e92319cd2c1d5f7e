package io.tatemulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackageInfoTest {
  static Stream<JavaPackage> packages() {
    return MainClasses.ALL.stream().map(JavaClass::getPackage).distinct();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyPackageIsNullMarked(JavaPackage folder) {
    assertThat(folder.isAnnotatedWith(NullMarked.class)).as(folder.getName()).isTrue();
  }
}
