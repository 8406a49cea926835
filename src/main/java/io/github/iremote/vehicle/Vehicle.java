package io.github.iremote.vehicle;

/**
 * A car on the account.
 *
 * @param vin its 17-character vehicle identification number
 * @param name what the owner calls it
 * @param model BMW's model name; empty where it is not known
 */
public record Vehicle(String vin, String name, String model) {
  private static final int LENGTH = 17;
  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"; // no I, O and Q

  /** Whether a text is a VIN: it becomes part of file names and of addresses. */
  public static boolean isVin(String text) {
    int known = 0;
    while (known < text.length() && LETTERS.indexOf(text.charAt(known)) >= 0) {
      known++;
    }
    return known == text.length() && known == LENGTH;
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
