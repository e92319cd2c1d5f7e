package io.tatemulator.execution.process;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Kills what a crash of the emulator has left running, before any task is executed. */
@Component
@Order(0)
final class LostScripts implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(LostScripts.class);

  private final ScriptFiles files;
  private final LostTasks tasks;

  LostScripts(ScriptFiles files, LostTasks tasks) {
    this.files = files;
    this.tasks = tasks;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!files.wereUsed()) {
      return;
    }
    List<Path> left = files.left();
    if (!left.isEmpty()) {
      // A process on this host has the path as an argument, a command to elsewhere the name.
      Set<String> scripts =
          left.stream()
              .flatMap(file -> Stream.of(file.toString(), file.getFileName().toString()))
              .collect(Collectors.toSet());
      List<ProcessHandle> leaders =
          ProcessHandle.allProcesses().filter(process -> runsAny(process, scripts)).toList();
      leaders.forEach(ProcessGroup::kill);
      left.forEach(files::remove);
      LOG.warn("killed {} scripts that a crash had left running", leaders.size());
    }
    tasks.makeReady();
  }

  private static boolean runsAny(ProcessHandle process, Set<String> scripts) {
    return process
        .info()
        .arguments()
        .filter(arguments -> Arrays.stream(arguments).anyMatch(scripts::contains))
        .isPresent();
  }
}
