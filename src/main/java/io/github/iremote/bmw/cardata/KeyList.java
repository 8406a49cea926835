package io.github.iremote.bmw.cardata;

import io.github.iremote.bmw.cardata.telematics.Descriptor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The keys a container holds, or should. */
record KeyList(List<String> keys) {
  private static final int TRIED_WITH_KEYS_DROPPED = 3;

  /** What tells one of our containers from another: the same for the same keys in any order. */
  String purpose() {
    return "status-" + hash();
  }

  String hash() {
    byte[] text = String.join(" ", new TreeSet<>(keys)).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What to try after BMW has refused these: it withdraws keys now and then, naming them (CU-402),
   * and takes a long list not from everyone (CU-403). The same list, if a shorter one is no help.
   */
  KeyList after(Refused refused, int tried) {
    boolean withdrawn = refused.code().equals("CU-402");
    if (!withdrawn && !refused.code().equals("CU-403")) {
      return this;
    }
    Set<String> named = new HashSet<>(List.of(refused.getMessage().split("[^\\w.]+|\\.(?!\\w)")));
    boolean drop =
        withdrawn && tried <= TRIED_WITH_KEYS_DROPPED && keys.stream().anyMatch(named::contains);
    List<String> fewer = new ArrayList<>(drop ? keys : Descriptor.core());
    fewer.removeIf(named::contains);
    return new KeyList(fewer);
  }
}
