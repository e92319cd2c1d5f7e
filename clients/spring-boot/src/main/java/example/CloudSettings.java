package example;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the cloud is, and the key pair of this application. */
@ConfigurationProperties("cloud")
record CloudSettings(
    String protocol, String endpoint, String region, String secretId, String secretKey) {}
