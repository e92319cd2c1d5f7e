package io.tatemulator.control;

import io.tatemulator.storage.SnapshotFormatException;
import io.tatemulator.storage.Snapshots;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamResource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** Saves, loads, forks, exports, imports and deletes snapshots. */
@RestController
@RequestMapping("/_tat/snapshots")
final class SnapshotsRoute {
  /** All snapshots, by name. */
  record All(List<Snapshots.Kept> snapshots) {}

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Snapshots snapshots;
  private final Standstill standstill;

  SnapshotsRoute(Snapshots snapshots, Standstill standstill) {
    this.snapshots = snapshots;
    this.standstill = standstill;
  }

  @GetMapping
  All all() {
    return new All(snapshots.all());
  }

  /** The file of a snapshot. */
  @GetMapping("/{name}")
  ResponseEntity<InputStreamResource> exportFile(@PathVariable String name) {
    existing(name);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(new InputStreamResource(snapshots.exportFile(name)));
  }

  /** Without a body, saves the state under a name; with one, imports that file. */
  @PutMapping("/{name}")
  Snapshots.Kept put(@PathVariable String name, InputStream body) throws IOException {
    checked(name);
    InputStream file = new BufferedInputStream(body);
    file.mark(1);
    if (file.read() < 0) {
      standstill.during(() -> snapshots.save(name));
    } else {
      file.reset();
      importFile(name, file);
    }
    return existing(name);
  }

  private void importFile(String name, InputStream body) {
    try {
      snapshots.importFile(name, body);
    } catch (SnapshotFormatException e) {
      throw new BadRequestException(String.valueOf(e.getMessage()));
    }
  }

  /** Has the state be that of a snapshot. */
  @PostMapping("/{name}/load")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void load(@PathVariable String name) {
    existing(name);
    try {
      standstill.during(() -> snapshots.load(name));
    } catch (SnapshotFormatException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    } catch (DataAccessException | IllegalArgumentException | JacksonException e) {
      throw new RefusedException(
          "its rows contradict each other or say what cannot be; nothing has changed");
    }
  }

  /** Copies a snapshot to a name that is free. */
  @PostMapping("/{name}/fork")
  Snapshots.Kept fork(@PathVariable String name, @RequestParam String as) {
    existing(name);
    if (snapshots.find(checked(as)).isPresent()) {
      throw new RefusedException("there is a snapshot " + as + " already");
    }
    snapshots.copy(name, as);
    return existing(as);
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String name) {
    existing(name);
    snapshots.delete(name);
  }

  private Snapshots.Kept existing(String name) {
    return snapshots
        .find(checked(name))
        .orElseThrow(() -> new NotFoundException("there is no snapshot " + name));
  }

  private static String checked(String name) {
    BadRequestException.unless(
        NAME.matcher(name).matches(), "the name of a snapshot is of the form " + NAME);
    return name;
  }
}
