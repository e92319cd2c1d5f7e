package io.tatemulator.command;

import java.util.stream.Stream;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CommandRevisionRepository extends Repository<CommandRevision, Long> {
  /** The texts of a revision that have a format of their own. */
  record Texts(String content, String defaultParameterConfs, String defaultParameters) {}

  @Query(
      "select new io.tatemulator.command.CommandRevisionRepository$Texts(r.spec.content,"
          + " r.spec.defaultParameterConfs, r.spec.defaultParameters) from CommandRevision r")
  Stream<Texts> streamTexts();
}
