package io.tatemulator.command;

import io.tatemulator.tat.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command that the service offers to every tenant. It can be run and bound, but neither changed
 * nor deleted.
 */
public enum PublicCommand {
  SYSTEM_INFORMATION(
      "cmd-sysinf01",
      "show-system-information",
      "Shows the kernel and how long the system has been up.",
      CommandType.SHELL,
      "uname -a\nuptime\n",
      Scene.OPERATIONS),
  DISK_USAGE(
      "cmd-diskus01",
      "show-disk-usage",
      "Shows how full each file system is.",
      CommandType.SHELL,
      "df -h\n",
      Scene.OPERATIONS),
  WINDOWS_SERVICES(
      "cmd-winsvc01",
      "show-windows-services",
      "Shows the services that run.",
      CommandType.POWERSHELL,
      "Get-Service | Where-Object Status -eq Running\r\n",
      Scene.WINDOWS);

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String commandId;
  private final String title;
  private final String description;
  private final CommandType type;
  private final String content;
  private final Scene scene;

  PublicCommand(
      String commandId,
      String title,
      String description,
      CommandType type,
      String script,
      Scene scene) {
    this.commandId = commandId;
    this.title = title;
    this.description = description;
    this.type = type;
    this.content = Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8));
    this.scene = scene;
  }

  /** Returns the public identifier, the same in every tenant. */
  public String commandId() {
    return commandId;
  }

  /** Returns its specification. */
  public CommandSpec spec() {
    return new CommandDraft(
            title,
            content,
            description,
            type.name(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null)
        .toSpec();
  }

  /** Returns the ids of its scenes. */
  public List<String> scenes() {
    return List.of(scene.sceneId());
  }

  /**
   * Returns the structured description that the cloud adds to its public commands, as JSON; it is
   * byte-identical on every start.
   */
  public String formattedDescription() {
    Map<String, Object> descriptions = new LinkedHashMap<>();
    descriptions.put("en", description);
    descriptions.put("zh-cn", description);
    descriptions.put("name-en", title);
    descriptions.put("name-zh-cn", title);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("scenes", scenes());
    root.put("cmd_description", descriptions);
    root.put("parameter_description", Map.of());
    root.put("cmdName", title);
    root.put("cmdDesc", description);
    return MAPPER.writeValueAsString(root);
  }

  /** Returns the public command with an identifier. */
  public static Optional<PublicCommand> of(String commandId) {
    return Arrays.stream(values())
        .filter(command -> command.commandId.equals(commandId))
        .findFirst();
  }

  /** Returns the numbers of all public commands. */
  public static List<Long> numbers() {
    return ResourceId.COMMAND.numbers(
        Arrays.stream(values()).map(PublicCommand::commandId).toList());
  }

  static List<Long> numbersOfScenes(Collection<String> sceneIds) {
    return ResourceId.COMMAND.numbers(
        Arrays.stream(values())
            .filter(command -> sceneIds.contains(command.scene.sceneId()))
            .map(PublicCommand::commandId)
            .toList());
  }
}
