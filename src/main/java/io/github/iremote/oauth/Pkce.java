package io.github.iremote.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret of one login, and what of it the server is told at first (RFC 7636, S256). */
record Pkce(String verifier) {
  private static final int BYTES = 32;

  static Pkce fresh() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new Pkce(base64(random));
  }

  String challenge() {
    try {
      byte[] ascii = verifier.getBytes(StandardCharsets.US_ASCII);
      return base64(MessageDigest.getInstance("SHA-256").digest(ascii));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Pkce[hidden]";
  }
}
