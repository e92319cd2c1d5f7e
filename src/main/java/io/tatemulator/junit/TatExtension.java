package io.tatemulator.junit;

import io.tatemulator.RunningEmulator;
import io.tatemulator.TatEmulator;
import io.tatemulator.client.ControlClient;
import io.tatemulator.protocol.signature.DerivedAccount;
import io.tatemulator.support.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link TatTest} stands for. */
public final class TatExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(TatExtension.class);

  /** A tenant belongs to one test, or to a class before its tests. */
  private record TenantKey(String uniqueId) {}

  /** So that a constructor gets the tenant of the test that it is called for. */
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
        new Tenant(DerivedAccount.of(secretId), Tenant.DEFAULT.region()),
        emulator.control());
  }

  /** It is closed with the store that it lies in: of its class if it has one, else of the run. */
  private static RunningEmulator emulator(ExtensionContext context) {
    ExtensionContext owner = owner(context);
    TatTest wanted = owner.getRequiredTestClass().getAnnotation(TatTest.class);
    List<String> settings = wanted == null ? List.of() : List.of(wanted.settings());
    ExtensionContext keeper = wanted != null && wanted.own() ? owner : context.getRoot();
    return keeper
        .getStore(NAMESPACE)
        .computeIfAbsent(settings, absent -> start(settings), RunningEmulator.class);
  }

  /** The innermost class around a test that says which emulator it wants; else the outermost. */
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
    List<String> all = new ArrayList<>(List.of("tat.account-per-secret-id=true"));
    all.addAll(settings);
    return TatEmulator.start(all.toArray(String[]::new));
  }
}
