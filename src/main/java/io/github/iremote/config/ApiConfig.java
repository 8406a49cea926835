package io.github.iremote.config;

import java.util.List;

/** How BMW is asked. */
public sealed interface ApiConfig permits CarDataConfig, ConnectedDriveConfig {

  /** The addresses that are called. */
  List<String> servers();

  /** The owner's own keys. */
  default List<String> extraDescriptors() {
    return List.of();
  }

  /** Whether BMW tells by itself what cars say. */
  default boolean streams() {
    return false;
  }
}
