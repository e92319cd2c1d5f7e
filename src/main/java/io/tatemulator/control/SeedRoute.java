package io.tatemulator.control;

import io.tatemulator.storage.Seed;
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
  /** From what identifiers follow; null for nothing. */
  record Planted(@Nullable Long seed) {}

  private final Seed seed;
  private final Standstill standstill;

  SeedRoute(Seed seed, Standstill standstill) {
    this.seed = seed;
    this.standstill = standstill;
  }

  @GetMapping
  Planted get() {
    return new Planted(seed.get().orElse(null));
  }

  @PutMapping
  Planted plant(@RequestBody Planted wanted) {
    Long value = wanted.seed();
    if (value == null) {
      throw new BadRequestException("seed is a number; a reset takes it away");
    }
    standstill.during(() -> seed.plant(value));
    return get();
  }
}
