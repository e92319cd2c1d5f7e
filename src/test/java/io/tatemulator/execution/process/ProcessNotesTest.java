package io.tatemulator.execution.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processes of scripts, for the emulator that comes after a crash. */
class ProcessNotesTest {
  private static final ProcessHandle OWN = ProcessHandle.current();
  private static final Instant START = OWN.info().startInstant().orElse(null);
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
        .containsValue(new ProcessNotes.ProcessId(OWN.pid(), START));
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
  void areAsGoodAsTheyCanBeAfterAFullDisk() throws IOException {
    add(1);
    Files.writeString(
        folder.resolve("processes"), Files.readString(folder.resolve("processes")) + "invt-0");

    assertThat(ProcessNotes.read(folder)).containsOnlyKeys("invt-00000001.sh");
  }
}
