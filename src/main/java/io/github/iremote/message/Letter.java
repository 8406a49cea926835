package io.github.iremote.message;

import java.time.Instant;
import java.util.List;

/**
 * What waits for one place: a message, or several that have become one.
 *
 * @param to the place's name
 * @param messages the oldest first
 * @param leftOut how many messages before these were left out, because too many have waited
 */
public record Letter(String to, List<Message> messages, int leftOut) {
  public Letter {
    messages = List.copyOf(messages);
  }

  public static Letter of(String to, Message message) {
    return new Letter(to, List.of(message), 0);
  }

  /** Tells it from every other letter to the place; a repeat has the same. */
  public String id() {
    String last = newest().id();
    return folded() ? last + "-" + messages.size() : last;
  }

  /** Whether several messages have become one. */
  public boolean folded() {
    return messages.size() > 1 || leftOut > 0;
  }

  /** When its first message was written. */
  public Instant at() {
    return messages.get(0).at();
  }

  public Message newest() {
    return messages.get(messages.size() - 1);
  }

  /** Whether it breaks through quiet hours. */
  public boolean cannotWait() {
    for (Message message : messages) {
      if (message.breaksQuietHours()) {
        return true;
      }
    }
    return false;
  }
}
