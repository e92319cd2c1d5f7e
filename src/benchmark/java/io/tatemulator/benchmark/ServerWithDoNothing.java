package io.tatemulator.benchmark;

import io.tatemulator.TatEmulator;
import io.tatemulator.protocol.ServiceModel;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The emulator with one more action, {@link DoNothing}. */
public final class ServerWithDoNothing {
  private ServerWithDoNothing() {}

  /** Takes the emulator's arguments. */
  public static void main(String[] arguments) {
    ApplicationContextInitializer<GenericApplicationContext> parts = ServerWithDoNothing::add;
    new SpringApplicationBuilder(TatEmulator.class)
        .properties(TatEmulator.CONFIG_NAME)
        .initializers(parts)
        .run(arguments);
  }

  private static void add(GenericApplicationContext context) {
    context.getBeanFactory().registerSingleton("testClassesExcluded", new TestClassesExcluded());
    context.registerBean(DoNothing.class);
    context.registerBean(
        "modelWithDoNothing",
        ServiceModel.class,
        () -> extended(context.getBean("serviceModel", ServiceModel.class)),
        definition -> definition.setPrimary(true));
  }

  private static ServiceModel extended(ServiceModel model) {
    Set<String> actions = new TreeSet<>(model.actions());
    actions.add(DoNothing.class.getSimpleName());
    return new ServiceModel(model.service(), model.version(), actions, model.errorCodes());
  }
}
