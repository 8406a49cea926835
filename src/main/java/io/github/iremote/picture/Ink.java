package io.github.iremote.picture;

/** What things are drawn with; on white, as on paper. */
public enum Ink {
  PAPER(0xFFFFFF, 1),
  TEXT(0x1F2933, 1),
  FAINT(0x7B8794, 1),
  GRID(0xE4E7EB, 1),
  BATTERY(0x1F66CC, 1),
  BATTERY_AREA(0x1F66CC, 0.16),
  FUEL(0x8A5A9E, 1),
  POWER(0xC2410C, 1),
  CHARGE(0x2FAE7B, 1),
  CHARGE_BAND(0x2FAE7B, 0.14),
  CHARGE_TEXT(0x1B7F56, 1),
  DRIVE(0xDD9A2B, 1),
  DRIVE_BAND(0xDD9A2B, 0.14),
  DRIVE_TEXT(0x9A6412, 1),
  URGENT(0xD03B3B, 1);

  private final int rgb;
  private final double opacity;

  Ink(int rgb, double opacity) {
    this.rgb = rgb;
    this.opacity = opacity;
  }

  public int rgb() {
    return rgb;
  }

  /** From 0, which cannot be seen, to 1. */
  public double opacity() {
    return opacity;
  }
}
