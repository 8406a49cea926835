package io.github.iremote.cli.setup;

import io.github.iremote.Failure;

/** A CarData client id, however it was copied out of the portal. */
final class ClientId {
  private static final String UUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  /**
   * The id alone.
   *
   * @throws Failure.BadConfig if it cannot be one: BMW would only say that it knows none such
   */
  static String of(String typed) {
    String id = typed.replaceAll("[\"'“”„‚‘’`\\s]", "").replaceFirst("(?i)^client-?id[:=]?", "");
    if (!id.matches(UUID)) {
      throw new Failure.BadConfig(
          "--client-id expected the client id from the My BMW portal, such as"
              + " 1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d"
              + (id.isEmpty() ? "" : ", not " + id));
    }
    return id;
  }

  private ClientId() {}
}
