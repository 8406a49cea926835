package io.github.iremote.message;

/** Opens the way to a place; only for what is sent: most polls send nothing. */
@FunctionalInterface
public interface Notifiers {
  Notifier to(Place place);
}
