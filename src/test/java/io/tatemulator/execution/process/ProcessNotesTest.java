package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The processes of scripts, for the emulator that comes after a crash. */
class ProcessNotesTest {
  private static final ProcessHandle OWN = ProcessHandle.current();
  private static final int MANY = 20_000;

  @TempDir private Path folder;
  private final ProcessNotes notes = new ProcessNotes();

  private Path script(int number) {
    return folder.resolve("invt-%08d.sh".formatted(number));
  }

  private Path add(int number) throws IOException {
    notes.add(script(number), OWN);
    return script(number);
  }

  @Test
  void areThereUntilTheLastScriptHasEnded() throws IOException {
    Path first = add(1);
    Path second = add(2);

    assertThat(ProcessNotes.read(folder))
        .containsOnlyKeys("invt-00000001.sh", "invt-00000002.sh")
        .containsValue(
            new ProcessNotes.ProcessId(OWN.pid(), OWN.info().startInstant().orElse(null)));
    notes.remove(first);
    assertThat(ProcessNotes.read(folder)).containsKey("invt-00000002.sh");
    notes.remove(second);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void areNewAfterThat() throws IOException {
    notes.remove(add(1));
    add(2);

    assertThat(ProcessNotes.read(folder)).containsOnlyKeys("invt-00000002.sh");
  }

  @Test
  void doNotGrowWhileScriptsComeAndGo() throws IOException {
    add(0);
    for (int i = 1; i <= MANY; i++) {
      notes.remove(add(i));
    }

    assertThat(Files.size(folder.resolve("processes"))).isLessThan(300 * 1024);
    assertThat(ProcessNotes.read(folder)).containsKey("invt-00000000.sh");
  }

  @Test
  void oneThatIsCutOffDoesNotHideOthers() throws IOException {
    Path file = folder.resolve("processes");
    add(1);
    Files.writeString(file, "invt-0\n" + Files.readString(file) + "invt-00000002.sh 12");

    assertThat(ProcessNotes.read(folder)).containsOnlyKeys("invt-00000001.sh");
  }

  @Test
  void areWrittenAgainAfterAFailure() throws IOException {
    Path scripts = Files.createDirectory(folder.resolve("scripts"));
    notes.add(scripts.resolve("invt-00000001.sh"), OWN);
    Files.delete(scripts.resolve("processes"));
    Files.delete(scripts);
    assertThatThrownBy(() -> notes.add(scripts.resolve("invt-00000002.sh"), OWN))
        .isInstanceOf(IOException.class);
    Files.createDirectory(scripts);

    notes.add(scripts.resolve("invt-00000003.sh"), OWN);

    assertThat(ProcessNotes.read(scripts)).hasSize(3);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheirOwnerMayReadThem() throws IOException {
    add(1);

    assertThat(Files.getPosixFilePermissions(folder.resolve("processes")))
        .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }
}
