package io.github.iremote.vehicle;

import java.util.regex.Pattern;

/**
 * A car on the account.
 *
 * @param vin its 17-character vehicle identification number
 * @param name what the owner calls it
 * @param model BMW's model name; empty where it is not known
 */
public record Vehicle(String vin, String name, String model) {
  private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

  /** Whether a text is a VIN: it becomes part of file names and of addresses. */
  public static boolean isVin(String text) {
    return VIN.matcher(text).matches();
  }

  /** A car its owner has not named. */
  public Vehicle(String vin, String model) {
    this(vin, model, model);
  }

  /** The last 6 characters, the only part of a VIN that is shown. */
  public String shortVin() {
    return "…" + vin.substring(Math.max(0, vin.length() - 6));
  }

  @Override
  public String toString() {
    return name + " (" + shortVin() + ")";
  }
}
