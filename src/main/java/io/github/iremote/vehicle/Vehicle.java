package io.github.iremote.vehicle;

/** A car on the account: its 17-character VIN, and the name the owner or BMW gives it. */
public record Vehicle(String vin, String name) {

  /** The last 6 characters, the only part of a VIN that is shown. */
  public static String shortVin(String vin) {
    return "…" + vin.substring(Math.max(0, vin.length() - 6));
  }

  @Override
  public String toString() {
    return name + " (" + shortVin(vin) + ")";
  }
}
