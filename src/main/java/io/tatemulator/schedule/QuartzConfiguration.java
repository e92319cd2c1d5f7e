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
   * What Quartz runs its jobs in. Its own threads notice only twice a second that they shall end.
   * The batch in hand still needs the database, so a stop waits for it, a minute at most.
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
