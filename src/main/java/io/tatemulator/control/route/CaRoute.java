package io.tatemulator.control.route;

import io.tatemulator.control.NotFoundException;
import io.tatemulator.tls.HttpsListener;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns the CA certificate that clients must trust to use HTTPS with the emulator. */
@RestController
final class CaRoute {
  private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

  private final HttpsListener https;

  CaRoute(HttpsListener https) {
    this.https = https;
  }

  /** Returns the certificate in PEM; 404 when the emulator uses no CA of its own. */
  @GetMapping("/_tat/ca.pem")
  ResponseEntity<String> certificate() {
    return https
        .authorityCertificatePem()
        .map(pem -> ResponseEntity.ok().contentType(PEM).body(pem))
        .orElseThrow(() -> new NotFoundException("the emulator uses no CA of its own"));
  }
}
