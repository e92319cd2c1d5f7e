package io.tatemulator.junit;

import io.tatemulator.RunningEmulator;
import io.tatemulator.TatEmulator;
import io.tatemulator.client.ControlClient;
import io.tatemulator.client.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the emulators of {@link TatTest} classes and resolves their parameters. */
public final class TatExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(TatExtension.class);

  /** Accepts the SecretId of each test as an account of its own, also with the strict preset. */
  private static final List<String> TENANTS =
      List.of("tat.account-per-secret-id=true", "tat.allow-unknown-secret-ids=true");

  /** The key of the tenant of one test, or of a class before its tests. */
  private record TenantKey(String uniqueId) {}

  /**
   * The key of an emulator. It names the class of an own one, since a store also finds what the
   * stores around it contain.
   */
  private record EmulatorKey(List<String> settings, String ownerId) {}

  /** Selects the scope in which a constructor gets the tenant of its test. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TatTenant.class || type == ControlClient.class || type == RunningEmulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RunningEmulator emulator = emulator(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == TatTenant.class) {
      return context
          .getStore(NAMESPACE)
          .computeIfAbsent(
              new TenantKey(context.getUniqueId()), key -> tenant(emulator), TatTenant.class);
    }
    return type == ControlClient.class ? emulator.control() : emulator;
  }

  private static TatTenant tenant(RunningEmulator emulator) {
    String secretId = "AKID" + UUID.randomUUID().toString().replace("-", "");
    return new TatTenant(
        emulator.endpoint(),
        secretId,
        "any-secret-key",
        new Tenant(emulator.accountOf(secretId), Tenant.DEFAULT.region()),
        emulator.control());
  }

  /**
   * Returns the emulator of a test. It stops when its store closes: at the end of the class for
   * {@code own}, else of the run.
   */
  private static RunningEmulator emulator(ExtensionContext context) {
    ExtensionContext owner = owner(context);
    TatTest annotation = owner.getRequiredTestClass().getAnnotation(TatTest.class);
    List<String> settings = annotation == null ? List.of() : List.of(annotation.settings());
    boolean own = annotation != null && annotation.own();
    return (own ? owner : context.getRoot())
        .getStore(NAMESPACE)
        .computeIfAbsent(
            new EmulatorKey(settings, own ? owner.getUniqueId() : ""),
            key -> start(settings),
            RunningEmulator.class);
  }

  /** Returns the innermost annotated class around a test, else the outermost class. */
  private static ExtensionContext owner(ExtensionContext context) {
    ExtensionContext owner = context;
    while (owner.getParent().isPresent() && !isAnnotatedClass(owner)) {
      ExtensionContext parent = owner.getParent().get();
      if (parent.getTestClass().isEmpty()) {
        break;
      }
      owner = parent;
    }
    return owner;
  }

  private static boolean isAnnotatedClass(ExtensionContext context) {
    return context.getTestMethod().isEmpty()
        && context
            .getTestClass()
            .filter(type -> type.isAnnotationPresent(TatTest.class))
            .isPresent();
  }

  private static RunningEmulator start(List<String> settings) {
    List<String> all = new ArrayList<>(TENANTS);
    all.addAll(settings);
    return TatEmulator.start(all.toArray(String[]::new));
  }
}
