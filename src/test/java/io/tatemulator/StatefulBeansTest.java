package io.tatemulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tatemulator.support.StatefulComponent;
import io.tatemulator.testing.AcceptanceTest;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.AopTestUtils;

/** Finds every bean that holds state, so that none is forgotten by a reset or a snapshot. */
class StatefulBeansTest extends AcceptanceTest {
  private static final String ROOT = "io.tatemulator";

  /** What changes in these is no state, for the reason that stands beside each. */
  private static final Map<String, String> APART =
      Map.ofEntries(
          Map.entry("Changes", "counts since the start, whatever is reset"),
          Map.entry("ProgressLog", "knows when it has logged"),
          Map.entry("ActionRegistry", "written once, at the start"),
          Map.entry("AgentGateway", "knows whether it has been started"),
          Map.entry("AgentSessions", "has connections, which AgentExecutor has it review"),
          Map.entry("AgentTasks", "is emptied by AgentExecutor, which resets and reloads"),
          Map.entry("AgentWorker", "has a thread"),
          Map.entry("Authenticator", "keeps derived keys, which never change"),
          Map.entry("StateInitializer", "knows whether it has been started"),
          Map.entry("Crontabs", "keeps crontabs that have been read, which never change"),
          Map.entry("DatabaseFailures", "holds its listener"),
          Map.entry("NodeMember", "knows whether it has been started"),
          Map.entry("DatabaseHealth", "knows whether the disk is full"),
          Map.entry("ScriptFiles", "knows the folder that it has prepared"),
          Map.entry("ScriptRuns", "is emptied by ProcessExecutor, which resets and reloads"),
          Map.entry("Turns", "is emptied by ProcessExecutor, which resets and reloads"),
          Map.entry("CommittedTasks", "knows whether it has been asked to look"),
          Map.entry("LostScripts", "knows whether it has been started"),
          Map.entry("ServiceModel", "written once, when it is created"),
          Map.entry("DueWorkRunner", "knows whether the process is being stopped"),
          Map.entry("EmulatorClock", "is set by TimeTravel, which reloads"),
          Map.entry("EndpointFile", "knows whether it has written its file"),
          Map.entry("ErrorTranslator", "keeps texts of errors, which never change"),
          Map.entry("PostgresDatabase", "keeps the connection that holds its lock"),
          Map.entry("FixtureFile", "written once, at the start"),
          Map.entry("HttpsListener", "knows its own connector"),
          Map.entry("IdGenerator", "is set by IdSeed, which reloads"),
          Map.entry("InvokerCreation", "holds requests that are being handled"),
          Map.entry("InvokerQueue", "keeps the text of a statement, which never changes"),
          Map.entry("TenantChanges", "keeps the text of a statement, which never changes"),
          Map.entry("TaskStore", "keeps the texts of statements, which never change"),
          Map.entry("KeyPairs", "written once, at the start"),
          Map.entry("QuartzAlarm", "follows the database; ClockMoved has it look again"));

  private static final List<Class<?>> CONTAINERS =
      List.of(
          Collection.class, Map.class, AtomicReference.class, AtomicLong.class, LongAdder.class);

  private final ApplicationContext context = parts();

  @Test
  void everyBeanThatHoldsStateCanBeResetAndRestored() {
    Set<String> forgotten = new TreeSet<>();
    Set<String> stateful = new TreeSet<>();
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Object bean : ours()) {
      if (isStateful(bean, seen)) {
        String name = bean.getClass().getSimpleName();
        stateful.add(name);
        if (!(bean instanceof StatefulComponent)) {
          forgotten.add(name);
        }
      }
    }

    assertThat(stateful).contains("Journal", "OutcomeRules", "Faults", "Tenants", "IdSeed");
    assertThat(forgotten).isSubsetOf(APART.keySet());
  }

  private List<Object> ours() {
    return Arrays.stream(context.getBeanDefinitionNames())
        .map(context::getBean)
        .map(AopTestUtils::<Object>getUltimateTargetObject)
        .filter(bean -> isOurs(bean.getClass()))
        // First, so that their parts are attributed to them.
        .sorted(Comparator.comparing(bean -> !(bean instanceof StatefulComponent)))
        .toList();
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith(ROOT)
        && !type.getName().contains(".testing.")
        && !type.isRecord()
        && !type.isEnum();
  }

  /** Whether it, or what is its own alone, has a field that can change. */
  private boolean isStateful(Object holder, Set<Object> seen) {
    if (!seen.add(holder)) {
      return false;
    }
    for (Class<?> type = holder.getClass(); isOurs(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && isStateful(field, holder, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isStateful(Field field, Object holder, Set<Object> seen) {
    if (!Modifier.isFinal(field.getModifiers())) {
      return true;
    }
    field.setAccessible(true);
    Object value;
    try {
      value = field.get(holder);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    boolean container =
        CONTAINERS.stream().anyMatch(kind -> kind.isInstance(value)) && canGrow(value);
    boolean part = value != null && isOurs(value.getClass()) && !isBean(value);
    return container || (part && isStateful(value, seen));
  }

  private boolean isBean(Object value) {
    return context.getBeanNamesForType(value.getClass()).length > 0;
  }

  /** The collections of {@code List.of} and its kin cannot, and injected ones do not. */
  private boolean canGrow(Object container) {
    String name = container.getClass().getName();
    boolean injected =
        container instanceof List<?> list
            && !list.isEmpty()
            && list.stream().allMatch(this::isBean);
    return !injected
        && !name.startsWith("java.util.ImmutableCollections")
        && !name.startsWith("java.util.Collections$Unmodifiable");
  }
}
