package io.github.iremote.bmw;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.json.Times;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.PlugState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * BMW's words, as both of its APIs use them, in ours. Whatever is missing, unknown or unusable is
 * empty: it says nothing about the car.
 */
public final class Words {
  private static final double BEYOND_ALL_CARS = 1e9;

  /** ISO 8601, also with an offset without colon as ConnectedDrive sends it. */
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  /** Text that people read; none where BMW only writes that there is none. */
  public static Optional<String> text(JsonNode value) {
    return text(word(value));
  }

  /** See {@link #text(JsonNode)}: on one line, without the nulls of BMW's programs. */
  public static Optional<String> text(String value) {
    if (saysNothing(value)) {
      return Optional.empty();
    }
    return Optional.of(ReadableText.of(value)).filter(text -> !saysNothing(text));
  }

  /** A field's word as it is; empty where there is none. */
  public static String word(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? value.asText().trim() : "";
  }

  /** Whether a word only says that there is nothing to say. */
  public static boolean saysNothing(String value) {
    return switch (plain(value)) {
      case "",
          "NULL",
          "INVALID",
          "SIGNALINVALID",
          "ISINVALID",
          "UNKNOWN",
          "ISUNKNOWN",
          "NA",
          "N/A",
          "NOTAVAILABLE",
          "NOT AVAILABLE",
          "UNDEFINED",
          "INITIALSTATUS",
          "INITIAL STATUS" ->
          true;
      default -> false;
    };
  }

  /** A number; one beyond all that a car can count is none. */
  public static Optional<Double> number(String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      double number = Double.parseDouble(value);
      return Math.abs(number) < BEYOND_ALL_CARS ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  public static Optional<Double> positive(String value) {
    return number(value).filter(number -> number > 0);
  }

  /** A share in percent, 0 to 100. */
  public static Optional<Double> percent(String value) {
    return number(value).filter(number -> number >= 0 && number <= 100);
  }

  public static Optional<Instant> timestamp(String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant time = OffsetDateTime.parse(value, TIMESTAMP).toInstant();
      return time.isAfter(Instant.EPOCH) && Times.sensible(time)
          ? Optional.of(time)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@code ASN_isTrue} and {@code SELECTIVE-LOCKED} as ISTRUE and SELECTIVELOCKED. */
  private static String plain(String value) {
    String word = value.trim().toUpperCase(Locale.ROOT);
    return (word.startsWith("ASN_") ? word.substring(4) : word).replace("-", "").replace("_", "");
  }

  public static Optional<Boolean> truth(String value) {
    return switch (plain(value)) {
      case "TRUE", "ISTRUE", "1", "ON", "YES" -> Optional.of(true);
      case "FALSE", "ISFALSE", "0", "OFF", "NO" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  public static Optional<LockState> lock(String value) {
    return switch (plain(value)) {
      case "UNLOCKED", "ALLUNLOCKED" -> Optional.of(LockState.UNLOCKED);
      case "SELECTIVELOCKED", "SELECTIVEUNLOCKED", "PARTIALLYLOCKED" ->
          Optional.of(LockState.SELECTIVE_LOCKED);
      case "LOCKED", "ALLLOCKED" -> Optional.of(LockState.LOCKED);
      case "SECURED" -> Optional.of(LockState.SECURED);
      default -> Optional.empty();
    };
  }

  /** Whatever is not wholly shut is open; a roof locked in an emergency is shut. */
  public static Optional<OpeningState> opening(String value) {
    return switch (plain(value)) {
      case "CLOSED",
          "CLOSEDSECURED",
          "CLOSEDLOCKED",
          "HARDTOPMOUNTED",
          "EMERGENCYLOCKED",
          "FALSE",
          "ISFALSE",
          "ISCLOSED",
          "0" ->
          Optional.of(OpeningState.CLOSED);
      case "OPEN",
          "OPENED",
          "OPENSECURED",
          "OPENTILT",
          "TILT",
          "TILTED",
          "HALFTILTED",
          "HALFOPEN",
          "PARTIALLYOPEN",
          "AJAR",
          "INTERMEDIATE",
          "INTERMEDIATETILT",
          "INTERMEDIATEPOSITION",
          "LOADINGPOSITION",
          "LOADINGPOSITIONIMMEDIATE",
          "TRUE",
          "ISTRUE",
          "ISOPEN",
          "1" ->
          Optional.of(OpeningState.OPEN);
      default -> Optional.empty();
    };
  }

  public static Optional<ChargingState> charging(String value) {
    return switch (plain(value)) {
      case "NOCHARGING", "NOTCHARGING" -> Optional.of(ChargingState.NOT_CHARGING);
      case "INITIALIZATION", "INITIALISATION", "WAITINGFORCHARGING" ->
          Optional.of(ChargingState.PREPARING);
      case "CHARGINGACTIVE", "CHARGING" -> Optional.of(ChargingState.CHARGING);
      case "CHARGINGPAUSED", "PAUSED" -> Optional.of(ChargingState.PAUSED);
      case "CHARGINGENDED", "CHARGINGFINISHED", "FINISHEDNOTFULL" ->
          Optional.of(ChargingState.ENDED);
      case "FINISHEDFULLYCHARGED" -> Optional.of(ChargingState.FULL);
      case "CHARGINGERROR", "ERROR" -> Optional.of(ChargingState.ERROR);
      default -> Optional.empty();
    };
  }

  public static Optional<PlugState> plug(String value) {
    return switch (plain(value)) {
      case "CONNECTED", "TRUE", "ISTRUE", "1" -> Optional.of(PlugState.CONNECTED);
      case "DISCONNECTED", "FALSE", "ISFALSE", "0" -> Optional.of(PlugState.DISCONNECTED);
      default -> Optional.empty();
    };
  }

  private Words() {}
}
