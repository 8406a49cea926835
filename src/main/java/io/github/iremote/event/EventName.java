package io.github.iremote.event;

/**
 * What is worth telling, most important first: of several changes in one message the first is the
 * headline. The names are the ones {@code mute} takes.
 */
public enum EventName {
  ALARM("Alarm", Weight.URGENT),
  LOGIN_REQUIRED("Login Required", Weight.URGENT),
  TROUBLE("Trouble", Weight.URGENT),
  RECOVERED("Working Again", Weight.URGENT),
  CHARGING_ERROR("Charging Error", Weight.URGENT),
  CHARGING_INTERRUPTED("Charging Interrupted", Weight.URGENT),
  LEFT_OPEN("Car Left Open", Weight.URGENT),
  LEFT_UNLOCKED("Car Left Unlocked", Weight.URGENT),
  BATTERY_LOW("Battery Low", Weight.ATTENTION),
  FUEL_LOW("Fuel Low", Weight.ATTENTION),
  TYRE_PRESSURE("Tyre Pressure Low", Weight.ATTENTION),
  BATTERY_12V("12 V Battery Needs Attention", Weight.ATTENTION),
  CHECK_CONTROL("Check Control Message", Weight.ATTENTION),
  SERVICE_DUE("Service Due", Weight.ATTENTION),
  DRIVING("Car Moving", Weight.ORDINARY),
  PARKED("Car Parked", Weight.ORDINARY),
  CHARGING_FINISHED("Charging Completed", Weight.ORDINARY),
  CHARGING_STARTED("Charging Started", Weight.ORDINARY),
  UNPLUGGED("Car Unplugged", Weight.ORDINARY),
  PLUGGED_IN("Car Plugged In", Weight.ORDINARY),
  UNLOCKED("Car Unlocked", Weight.ORDINARY),
  OPENED("Car Opened", Weight.ORDINARY),
  LOCKED("Car Locked", Weight.ORDINARY),
  CLOSED("Car Closed", Weight.ORDINARY),
  CHARGE_TIME("Charging Time Update", Weight.ORDINARY),
  UPDATE("Update", Weight.ORDINARY),
  WATCHING("Watching", Weight.ORDINARY);

  private enum Weight {
    ORDINARY,
    ATTENTION,
    URGENT
  }

  private final String title;
  private final Weight weight;

  EventName(String title, Weight weight) {
    this.title = title;
    this.weight = weight;
  }

  /** What it is called in a message. */
  public String title() {
    return title;
  }

  /** Whether it breaks through quiet hours. */
  public boolean urgent() {
    return weight == Weight.URGENT;
  }

  /** Whether the owner should look after something. */
  public boolean attention() {
    return weight == Weight.ATTENTION;
  }
}
