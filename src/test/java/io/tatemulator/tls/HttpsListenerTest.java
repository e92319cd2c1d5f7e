package io.tatemulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tatemulator.testing.InProcess;
import io.tatemulator.testing.MutableClock;
import io.tatemulator.testing.OnlyOnH2;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS as clients see it that trust one certificate and no other. */
class HttpsListenerTest {
  @TempDir private Path folder;

  private InProcess start(String... settings) {
    return new InProcess(folder, new MutableClock(), settings);
  }

  private static HttpResponse<String> get(InProcess emulator, String path) throws Exception {
    return send(HttpClient.newHttpClient(), "http://127.0.0.1:" + emulator.port(), path);
  }

  private static HttpResponse<String> get(HttpClient client, InProcess emulator, String host)
      throws IOException, InterruptedException {
    int port = emulator.part(HttpsListener.class).port().orElseThrow();
    return send(
        client, "https://" + host + ":" + port, "/?Action=DescribeRegions&Version=2020-10-28");
  }

  private static HttpResponse<String> send(HttpClient client, String server, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpClient trusting(String pem) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("only", certificate(pem));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static X509Certificate certificate(String pem) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static List<?> names(HttpResponse<String> answer) throws Exception {
    X509Certificate shown =
        (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
    return shown.getSubjectAlternativeNames().stream().map(name -> name.get(1)).toList();
  }

  @Test
  void showsACertificateOfAnAuthorityThatStaysTheSameFromStartToStart() throws Exception {
    String pem;
    try (InProcess emulator = start("--tat.tls.port=0")) {
      pem = get(emulator, "/_tat/ca.pem").body();
      HttpResponse<String> answer = get(trusting(pem), emulator, "localhost");
      assertThat(answer.body()).contains("\"RegionSet\"");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(names(answer))
          .isEqualTo(
              List.of(
                  "localhost",
                  "tat.localhost",
                  "tag.localhost",
                  "127.0.0.1",
                  "0:0:0:0:0:0:0:1",
                  "tat.tencentcloudapi.com"));
    }
    try (InProcess emulator = start("--tat.tls.port=0", "--tat.tls.names=other.test,127.0.0.1")) {
      assertThat(get(emulator, "/_tat/ca.pem").body()).isEqualTo(pem);
      HttpResponse<String> answer = get(trusting(pem), emulator, "127.0.0.1");
      assertThat(names(answer)).isEqualTo(List.of("other.test", "127.0.0.1"));
      assertThatExceptionOfType(SSLHandshakeException.class)
          .isThrownBy(() -> get(trusting(pem), emulator, "localhost"));
    }
  }

  @Test
  void isNotTrustedWithoutItsCertificateAuthority() throws Exception {
    try (InProcess emulator = start("--tat.tls.port=0")) {
      assertThatExceptionOfType(SSLHandshakeException.class)
          .isThrownBy(() -> get(HttpClient.newHttpClient(), emulator, "localhost"));
      HttpClient stranger = trusting(CertificateAuthority.create(Instant.now()).certificatePem());
      assertThatExceptionOfType(SSLHandshakeException.class)
          .isThrownBy(() -> get(stranger, emulator, "localhost"));
    }
  }

  @OnlyOnH2
  @Test
  void leavesNothingOnDiskWhenTheStateIsInMemory() throws Exception {
    try (InProcess emulator = start("--tat.tls.port=0", "--tat.storage=memory")) {
      HttpClient client = trusting(get(emulator, "/_tat/ca.pem").body());
      assertThat(get(client, emulator, "localhost").statusCode()).isEqualTo(200);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void showsTheCertificateOfTheSettings() throws Exception {
    CertificateAuthority authority = CertificateAuthority.create(Instant.now());
    KeyMaterial server = authority.issue(List.of("localhost"), Instant.now());
    Path certificate = folder.resolve("server.pem");
    Path key = folder.resolve("server-key.pem");
    Files.writeString(certificate, Pem.encode("CERTIFICATE", server.chain().get(0).getEncoded()));
    Files.writeString(key, Pem.encode("PRIVATE KEY", server.key().getEncoded()));

    try (InProcess emulator =
        start(
            "--tat.tls.port=0",
            "--tat.tls.certificate=" + certificate,
            "--tat.tls.private-key=" + key)) {
      HttpClient client = trusting(authority.certificatePem());
      assertThat(get(client, emulator, "localhost").statusCode()).isEqualTo(200);
      assertThat(get(emulator, "/_tat/ca.pem").statusCode()).isEqualTo(404);
      assertThat(folder.resolve("tls")).doesNotExist();
    }
  }

  @Test
  void isOffUnlessItHasAPort() throws Exception {
    try (InProcess emulator = start()) {
      assertThat(emulator.part(HttpsListener.class).port()).isEmpty();
      assertThat(get(emulator, "/_tat/ca.pem").statusCode()).isEqualTo(404);
      assertThat(folder.resolve("tls")).doesNotExist();
    }
  }
}
