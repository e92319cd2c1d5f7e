package io.tatemulator.control.route;

import io.tatemulator.control.BadRequestException;
import io.tatemulator.control.ExclusiveExecution;
import io.tatemulator.state.IdSeed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes identifiers predictable. */
@RestController
@RequestMapping("/_tat/seed")
final class SeedRoute {
  /** The seed of the identifiers; null for none. */
  record SeedState(@Nullable Long seed) {}

  private final IdSeed seed;
  private final ExclusiveExecution exclusive;

  SeedRoute(IdSeed seed, ExclusiveExecution exclusive) {
    this.seed = seed;
    this.exclusive = exclusive;
  }

  @GetMapping
  SeedState get() {
    exclusive.awaitOtherNode();
    return new SeedState(seed.get().orElse(null));
  }

  @PutMapping
  SeedState set(@RequestBody SeedState request) {
    Long value = request.seed();
    if (value == null) {
      throw new BadRequestException(
          "invalid value for `seed`: expected an integer, got null; a reset removes the seed");
    }
    exclusive.run(() -> seed.set(value));
    return get();
  }
}
