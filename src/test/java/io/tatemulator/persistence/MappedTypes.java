package io.tatemulator.persistence;

import jakarta.persistence.Entity;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.util.ClassUtils;

/** The entities and the repositories' queries on the class path. */
final class MappedTypes {
  private MappedTypes() {}

  static Stream<Class<?>> entities() {
    return types(new AnnotationTypeFilter(Entity.class));
  }

  /** Returns the methods of repositories whose query is written out. */
  static Stream<Method> repositoryQueries() {
    return types(new AssignableTypeFilter(Repository.class))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Query.class));
  }

  private static Stream<Class<?>> types(TypeFilter filter) {
    var scanner =
        new ClassPathScanningCandidateComponentProvider(false) {
          @Override
          protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return true;
          }
        };
    scanner.addIncludeFilter(filter);
    return scanner.findCandidateComponents("io.tatemulator").stream()
        .map(
            found ->
                ClassUtils.resolveClassName(
                    Objects.requireNonNull(found.getBeanClassName()), null));
  }
}
