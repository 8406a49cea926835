package io.github.iremote.vehicle;

/** Where the car is, in degrees (WGS 84). */
public record Position(double latitude, double longitude) {
  private static final double EARTH_RADIUS_METRES = 6_371_009;

  /** Whether these are coordinates at all: BMW sends {@code -1,-1} and {@code 0,0} for none. */
  public static boolean plausible(double latitude, double longitude) {
    return Math.abs(latitude) <= 90
        && Math.abs(longitude) <= 180
        && !(latitude == -1 && longitude == -1)
        && !(latitude == 0 && longitude == 0);
  }

  /** How far another position is, on a globe. */
  public double metresTo(Position other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double half =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(east / 2), 2);
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(half));
  }

  /** Coordinates are private: only a message that was asked for may spell them out. */
  @Override
  public String toString() {
    return "Position[hidden]";
  }
}
