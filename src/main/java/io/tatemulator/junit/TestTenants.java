package io.tatemulator.junit;

import io.tatemulator.RunningEmulator;
import io.tatemulator.client.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Creates tenants of tests, and the settings of emulators that accept them. */
final class TestTenants {
  /** Accepts the SecretId of each test as an account of its own, also with the strict preset. */
  private static final List<String> SETTINGS =
      List.of("tat.account-per-secret-id=true", "tat.allow-unknown-secret-ids=true");

  private TestTenants() {}

  /** Returns all settings of an emulator for tests; those of a test class take precedence. */
  static String[] settings(List<String> ofClass) {
    List<String> all = new ArrayList<>(SETTINGS);
    all.addAll(ofClass);
    return all.toArray(String[]::new);
  }

  static TatTenant create(RunningEmulator emulator) {
    String secretId = "AKID" + UUID.randomUUID().toString().replace("-", "");
    return new TatTenant(
        emulator.endpoint(),
        secretId,
        "any-secret-key",
        new Tenant(emulator.accountOf(secretId), Tenant.DEFAULT.region()),
        emulator.control());
  }
}
