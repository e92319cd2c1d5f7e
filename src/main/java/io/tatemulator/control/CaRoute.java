package io.tatemulator.control;

import io.tatemulator.tls.HttpsListener;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the certificate that clients must trust if they are to speak HTTPS with the emulator. */
@RestController
final class CaRoute {
  private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

  private final HttpsListener https;

  CaRoute(HttpsListener https) {
    this.https = https;
  }

  /** The certificate in PEM; 404 when there is none of the emulator's own. */
  @GetMapping("/_tat/ca.pem")
  ResponseEntity<String> certificate() {
    return https
        .authority()
        .map(pem -> ResponseEntity.ok().contentType(PEM).body(pem))
        .orElseThrow(() -> new NotFoundException("there is no certificate of the emulator's own"));
  }
}
