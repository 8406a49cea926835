package io.github.iremote.mqtt;

import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import com.hivemq.client.mqtt.exceptions.MqttDecodeException;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import io.github.iremote.mqtt.Ending.Kind;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** What the library's exceptions mean. */
final class Endings {

  /** Why there is no connection any more, or none at all. */
  static Ending of(MqttDisconnectSource source, Throwable cause) {
    if (cause instanceof Mqtt5ConnAckException refused) {
      return refused(refused.getMqttMessage().getReasonCode().name());
    }
    if (cause instanceof Mqtt3ConnAckException refused) {
      return refused(refused.getMqttMessage().getReturnCode().name());
    }
    if (cause instanceof Mqtt5DisconnectException ended && source == MqttDisconnectSource.SERVER) {
      String reason = ended.getMqttMessage().getReasonCode().name();
      return new Ending(kind(reason), "the broker ended the connection (" + plain(reason) + ")");
    }
    if (caused(cause, MqttDecodeException.class)) {
      return new Ending(Kind.OTHER_VERSION, "the broker's answer is not of this version of MQTT");
    }
    return source == MqttDisconnectSource.SERVER && cause instanceof ConnectionClosedException
        ? new Ending(Kind.HUNG_UP, "the broker closed the connection")
        : new Ending(Kind.LOST, lost(cause));
  }

  /** Why a subscription was not taken; nothing where the connection failed as a whole. */
  static Optional<Ending> ofSubscription(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    Optional<String> reason =
        cause instanceof Mqtt5SubAckException five
            ? Optional.of(five.getMqttMessage().getReasonCodes().get(0).name())
            : cause instanceof Mqtt3SubAckException three
                ? Optional.of(three.getMqttMessage().getReturnCodes().get(0).name())
                : Optional.empty();
    return reason.map(
        word ->
            new Ending(
                Kind.SUBSCRIPTION_REFUSED,
                "the broker refused the subscription (" + plain(word) + ")"));
  }

  private static Ending refused(String reason) {
    return new Ending(kind(reason), "the broker refused the connection (" + plain(reason) + ")");
  }

  private static Kind kind(String reason) {
    return switch (reason) {
      case "BAD_USER_NAME_OR_PASSWORD", "NOT_AUTHORIZED", "BAD_AUTHENTICATION_METHOD" ->
          Kind.LOGIN_REFUSED;
      case "QUOTA_EXCEEDED", "CONNECTION_RATE_EXCEEDED", "MESSAGE_RATE_TOO_HIGH", "BANNED" ->
          Kind.TOO_MANY;
      case "SESSION_TAKEN_OVER" -> Kind.TAKEN_OVER;
      case "UNSUPPORTED_PROTOCOL_VERSION" -> Kind.OTHER_VERSION;
      default -> Kind.LOST;
    };
  }

  private static String plain(String reason) {
    return reason.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static boolean caused(Throwable thrown, Class<?> kind) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  /** The innermost cause has the words that help. */
  private static String lost(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof UnknownHostException) {
      return "its name cannot be resolved; is the network up?";
    }
    String words =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return thrown instanceof ConnectionFailedException
        ? "no connection (" + words + ")"
        : "the connection was lost (" + words + ")";
  }

  private Endings() {}
}
