package io.github.iremote.vehicle;

/** Where the car is, in degrees (WGS 84). */
public record Position(double latitude, double longitude) {

  /** Whether these are coordinates at all: BMW sends {@code -1,-1} and {@code 0,0} for none. */
  public static boolean plausible(double latitude, double longitude) {
    return Math.abs(latitude) <= 90
        && Math.abs(longitude) <= 180
        && !(latitude == -1 && longitude == -1)
        && !(latitude == 0 && longitude == 0);
  }

  /** Coordinates are private: only a message that was asked for may spell them out. */
  @Override
  public String toString() {
    return "Position[hidden]";
  }
}
