package io.tatemulator.junit;

import io.tatemulator.RunningEmulator;
import io.tatemulator.TatEmulator;
import io.tatemulator.client.ControlClient;
import io.tatemulator.protocol.signature.DerivedAccount;
import io.tatemulator.support.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link TatTest} stands for. */
public final class TatExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(TatExtension.class);

  /** Which emulator it is; null for the owner of one that is shared. */
  private record Key(List<String> settings, @Nullable Class<?> owner) {}

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
      // Of the test, or of the class where there is no test yet.
      return context
          .getStore(NAMESPACE)
          .computeIfAbsent(TatTenant.class, key -> tenant(emulator), TatTenant.class);
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

  private static RunningEmulator emulator(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    TatTest wanted =
        AnnotationSupport.findAnnotation(test, TatTest.class, context.getEnclosingTestClasses())
            .orElse(null);
    List<String> settings = wanted == null ? List.of() : List.of(wanted.settings());
    Key key = new Key(settings, wanted != null && wanted.own() ? test : null);
    // It is closed when the run ends, as all that is closeable there.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(key, absent -> start(settings), RunningEmulator.class);
  }

  private static RunningEmulator start(List<String> settings) {
    String[] all = Arrays.copyOf(settings.toArray(String[]::new), settings.size() + 1);
    all[settings.size()] = "tat.account-per-secret-id=true";
    return TatEmulator.start(all);
  }
}
