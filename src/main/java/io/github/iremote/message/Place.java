package io.github.iremote.message;

import io.github.iremote.config.QuietHours;
import java.util.Optional;

/**
 * A place where messages go, and which.
 *
 * @param name what outbox and config call it
 */
public record Place(String name, Route route, Optional<QuietHours> quiet) {

  /** Its name as a sentence begins with it. */
  public String title() {
    return name.equals("ntfy") ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
