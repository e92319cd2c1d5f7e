package io.tatemulator.schedule;

import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration(proxyBeanMethods = false)
class QuartzConfiguration {
  private static final int THREADS = 2;
  private static final int SHUTDOWN_TIMEOUT_SECONDS = 60;

  /**
   * Creates the executor of Quartz's jobs. Quartz's own threads check only twice a second for a
   * shutdown. The current batch still needs the database, so a shutdown waits for it, a minute at
   * most.
   */
  @Bean
  ThreadPoolTaskExecutor quartzThreads() {
    ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    threads.setThreadNamePrefix("quartz-");
    threads.setCorePoolSize(THREADS);
    threads.setMaxPoolSize(THREADS);
    threads.setWaitForTasksToCompleteOnShutdown(true);
    threads.setAwaitTerminationSeconds(SHUTDOWN_TIMEOUT_SECONDS);
    return threads;
  }

  @Bean
  SchedulerFactoryBeanCustomizer quartzExecutorCustomizer(ThreadPoolTaskExecutor quartzThreads) {
    return quartz -> quartz.setTaskExecutor(quartzThreads);
  }
}
