package io.tatemulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.testing.AcceptanceTest;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.query.QueryParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * Hibernate translates a selection each time if one of its parameters may be a list; others it
 * translates each time in any case.
 */
class QueryPlansTest extends AcceptanceTest {
  static Stream<Method> selections() {
    return MappedTypes.repositoryQueries()
        .filter(method -> !method.isAnnotationPresent(Modifying.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("selections")
  void aQueryIsTranslatedOnce(Method method) {
    boolean mayBeList =
        part(EntityManagerFactory.class)
            .unwrap(SessionFactory.class)
            .fromSession(
                session ->
                    session
                        .createSelectionQuery(
                            method.getAnnotation(Query.class).value(), Object[].class)
                        .getParameterMetadata()
                        .getParameters()
                        .stream()
                        .map(parameter -> (QueryParameter<?>) parameter)
                        .anyMatch(QueryParameter::allowsMultiValuedBinding));

    assertThat(mayBeList).isFalse();
  }
}
