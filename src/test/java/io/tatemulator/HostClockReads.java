package io.tatemulator;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** What reads the host's clock; everything else asks the emulator's. */
final class HostClockReads {
  static final DescribedPredicate<JavaAccess<?>> PREDICATE =
      DescribedPredicate.describe(
          "reads the host's clock",
          access -> {
            String owner = access.getTargetOwner().getName();
            String member = access.getName();
            boolean noArguments = access.getDescription().contains(member + "()");
            return (Set.of(
                            "java.time.Instant",
                            "java.time.LocalDateTime",
                            "java.time.ZonedDateTime",
                            "java.time.OffsetDateTime",
                            "java.time.LocalDate",
                            "java.time.LocalTime")
                        .contains(owner)
                    && member.equals("now"))
                || (owner.equals("java.lang.System") && member.equals("currentTimeMillis"))
                || (owner.equals("java.util.Date") && member.equals("<init>") && noArguments)
                || (owner.equals("java.time.Clock") && member.startsWith("system"));
          });

  private HostClockReads() {}
}
