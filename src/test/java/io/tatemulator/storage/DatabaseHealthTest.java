package io.tatemulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever an attempt to write ends in, another one follows. */
class DatabaseHealthTest {
  private final JdbcTemplate jdbc = mock(JdbcTemplate.class);
  private final DatabaseFailures failures = mock(DatabaseFailures.class);

  @Test
  void anErrorDoesNotEndTheAttempts() {
    when(jdbc.update(anyString()))
        .thenThrow(new IllegalStateException("on purpose"))
        .thenThrow(new OutOfMemoryError("on purpose"))
        .thenReturn(1);
    DatabaseHealth health = new DatabaseHealth(jdbc, failures);
    ArgumentCaptor<Runnable> listener = ArgumentCaptor.forClass(Runnable.class);
    verify(failures).setListener(listener.capture());

    listener.getValue().run();

    assertThat(health.isWritable()).isFalse();
    await().until(health::isWritable);
    health.destroy();
  }
}
