package io.github.iremote.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientSslConfigBuilder;
import io.github.iremote.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS 1.3, which is all that BMW's broker takes; the library checks that the host is the one meant.
 */
final class Tls {

  static MqttClientSslConfig config(Optional<Path> caFile) {
    MqttClientSslConfigBuilder config = MqttClientSslConfig.builder().protocols(List.of("TLSv1.3"));
    return caFile.map(file -> config.trustManagerFactory(trusting(file))).orElse(config).build();
  }

  private static TrustManagerFactory trusting(Path caFile) {
    try (InputStream pem = Files.newInputStream(caFile)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      return factory;
    } catch (IOException | GeneralSecurityException e) {
      throw new Failure.BadConfig(caFile + " holds no certificates that can be read (PEM)", e);
    }
  }

  private Tls() {}
}
