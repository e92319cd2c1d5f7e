package io.tatemulator.junit;

import io.tatemulator.RunningEmulator;
import io.tatemulator.TatEmulator;
import io.tatemulator.client.ControlClient;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;

/** Starts the emulators of {@link TatTest} classes and resolves their parameters. */
public final class TatExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(TatExtension.class);

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
    return (type == TatTenant.class || type == ControlClient.class || type == RunningEmulator.class)
        && !SpringContexts.resolve(parameter, context);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Optional<ApplicationContext> spring = SpringContexts.find(context);
    if (spring.isPresent()) {
      // The application uses these, so that what the test reads is what the application has done.
      return spring.get().getBean(type);
    }
    RunningEmulator emulator = emulator(context);
    if (type == TatTenant.class) {
      return context
          .getStore(NAMESPACE)
          .computeIfAbsent(
              new TenantKey(context.getUniqueId()),
              key -> TestTenants.create(emulator),
              TatTenant.class);
    }
    return type == ControlClient.class ? emulator.control() : emulator;
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
            key -> TatEmulator.start(TestTenants.settings(settings)),
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
}
