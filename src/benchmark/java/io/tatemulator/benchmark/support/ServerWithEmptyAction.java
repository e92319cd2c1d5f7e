package io.tatemulator.benchmark.support;

import io.tatemulator.TatEmulator;
import io.tatemulator.invoker.action.CreateInvoker;
import io.tatemulator.protocol.ActionHandler;
import io.tatemulator.protocol.RequestContext;
import io.tatemulator.protocol.ServiceModel;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The emulator with one more action, {@link DoNothing}. */
public final class ServerWithEmptyAction {
  /** The request and the response of CreateInvoker without its work. */
  public static final class DoNothing
      implements ActionHandler<CreateInvoker.Request, CreateInvoker.Response> {
    private static final CreateInvoker.Response RESPONSE =
        new CreateInvoker.Response("ivk-00000000");
    private static final ServiceModel SERVICE =
        new ServiceModel("benchmark", "2020-10-28", Map.of("DoNothing", Set.of()));

    @Override
    public ServiceModel service() {
      return SERVICE;
    }

    @Override
    public CreateInvoker.Response handle(CreateInvoker.Request request, RequestContext call) {
      return RESPONSE;
    }
  }

  private ServerWithEmptyAction() {}

  /** Takes the emulator's arguments. */
  public static void main(String[] arguments) {
    ApplicationContextInitializer<GenericApplicationContext> action = ServerWithEmptyAction::add;
    new SpringApplicationBuilder(TatEmulator.class)
        .properties(TatEmulator.CONFIG_NAME)
        .initializers(action)
        .run(arguments);
  }

  private static void add(GenericApplicationContext context) {
    context.registerBean(DoNothing.class);
    context.registerBean("benchmarkService", ServiceModel.class, () -> DoNothing.SERVICE);
  }
}
