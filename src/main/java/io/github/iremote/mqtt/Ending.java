package io.github.iremote.mqtt;

/**
 * How a connection ended, or why it never came about.
 *
 * @param words for the log: what was said, or what is known
 */
public record Ending(Kind kind, String words) {

  /** What follows from it. */
  public enum Kind {
    /** The network or the broker went away. */
    LOST,
    /** The broker closed the connection without a word. */
    HUNG_UP,
    /** The broker does not take user or password. */
    LOGIN_REFUSED,
    /** The broker took the login, and not the subscription. */
    SUBSCRIPTION_REFUSED,
    /** The broker has had too many attempts or connections. */
    TOO_MANY,
    /** Another connection has the client id now. */
    TAKEN_OVER,
    /** The broker speaks another version of MQTT. */
    OTHER_VERSION
  }
}
