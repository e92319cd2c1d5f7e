package io.tatemulator.control.route;

import io.tatemulator.control.BadRequestException;
import io.tatemulator.control.ConflictException;
import io.tatemulator.control.ExclusiveExecution;
import io.tatemulator.control.NotFoundException;
import io.tatemulator.state.SnapshotFormatException;
import io.tatemulator.state.Snapshots;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
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
  record SnapshotList(List<Snapshots.SavedSnapshot> snapshots) {}

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Snapshots snapshots;
  private final ExclusiveExecution exclusive;

  SnapshotsRoute(Snapshots snapshots, ExclusiveExecution exclusive) {
    this.snapshots = snapshots;
    this.exclusive = exclusive;
  }

  @GetMapping
  SnapshotList all() {
    return new SnapshotList(snapshots.all());
  }

  /** Returns the file of a snapshot. */
  @GetMapping("/{name}")
  ResponseEntity<InputStreamResource> exportFile(@PathVariable String name) {
    require(name);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(new InputStreamResource(snapshots.exportFile(name)));
  }

  /** Saves the state under a name; with a body, imports that file instead. */
  @PutMapping("/{name}")
  Snapshots.SavedSnapshot put(@PathVariable String name, InputStream body) throws IOException {
    requireValidName(name);
    InputStream file = new BufferedInputStream(body);
    file.mark(1);
    if (file.read() < 0) {
      exclusive.run(() -> snapshots.save(name));
    } else {
      file.reset();
      importFile(name, file);
    }
    return require(name);
  }

  private void importFile(String name, InputStream body) {
    try {
      snapshots.importFile(name, body);
    } catch (SnapshotFormatException e) {
      throw new BadRequestException(String.valueOf(e.getMessage()));
    }
  }

  /** Replaces the state with a snapshot. */
  @PostMapping("/{name}/load")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void load(@PathVariable String name) {
    require(name);
    try {
      exclusive.replaceState(() -> snapshots.load(name));
    } catch (SnapshotFormatException e) {
      throw new ConflictException(String.valueOf(e.getMessage()));
    } catch (DataIntegrityViolationException
        | InvalidDataAccessApiUsageException
        | IllegalArgumentException
        | JacksonException e) {
      throw new ConflictException("snapshot violates integrity constraints; nothing was changed");
    }
  }

  /** Copies a snapshot to an unused name. */
  @PostMapping("/{name}/fork")
  Snapshots.SavedSnapshot fork(@PathVariable String name, @RequestParam String as) {
    require(name);
    if (snapshots.find(requireValidName(as)).isPresent()) {
      throw new ConflictException("snapshot `" + as + "` already exists");
    }
    snapshots.copy(name, as);
    return require(as);
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String name) {
    require(name);
    snapshots.delete(name);
  }

  private Snapshots.SavedSnapshot require(String name) {
    return snapshots
        .find(requireValidName(name))
        .orElseThrow(() -> new NotFoundException("unknown snapshot `" + name + "`"));
  }

  private static String requireValidName(String name) {
    BadRequestException.require(
        NAME.matcher(name).matches(),
        "invalid snapshot name `" + name + "`: expected the form " + NAME);
    return name;
  }
}
