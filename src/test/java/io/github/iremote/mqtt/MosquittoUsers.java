package io.github.iremote.mqtt;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Who may do what at a Mosquitto, as its plugin for that reads it. */
final class MosquittoUsers {
  private static final int ROUNDS = 101;

  /** The account, with its password of the moment, and BMW, which publishes. */
  static String file(String password, boolean subscribe) {
    return """
        {"defaultACLAccess":{"publishClientSend":true,"publishClientReceive":true,
           "subscribe":%s,"unsubscribe":true},
         "clients":[%s,%s],"groups":[],"roles":[]}"""
        .formatted(subscribe, user("gcid", password), user("bmw", "bmw"));
  }

  private static String user(String name, String word) {
    byte[] salt = new byte[12];
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(word.toCharArray(), salt, ROUNDS, 512))
              .getEncoded();
      return """
          {"username":"%s","password":"%s","salt":"%s","iterations":%d,"roles":[]}"""
          .formatted(
              name,
              Base64.getEncoder().encodeToString(hash),
              Base64.getEncoder().encodeToString(salt),
              ROUNDS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private MosquittoUsers() {}
}
