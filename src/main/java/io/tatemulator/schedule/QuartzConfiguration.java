package io.tatemulator.schedule;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration(proxyBeanMethods = false)
class QuartzConfiguration {
  private static final int THREADS = 2;
  private static final int SHUTDOWN_TIMEOUT_SECONDS = 60;

  /**
   * Creates the executor of Quartz's jobs. Quartz's own threads check only twice a second for a
   * shutdown. The current batch still needs the database, so a shutdown waits for it, a minute at
   * most, before it ends what due work is made of. It is Quartz's alone: injected into what creates
   * the connection to the database, it would end after that.
   */
  @Bean(defaultCandidate = false)
  @DependsOn("dueWorkRunner")
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
  SchedulerFactoryBeanCustomizer quartzExecutorCustomizer(
      @Qualifier("quartzThreads") ThreadPoolTaskExecutor quartzThreads) {
    return quartz -> quartz.setTaskExecutor(quartzThreads);
  }
}
