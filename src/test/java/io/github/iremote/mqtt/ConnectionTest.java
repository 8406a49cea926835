package io.github.iremote.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a connection says of brokers and what they do to it: ours, and one that nobody here wrote.
 */
class ConnectionTest {
  private static final Login LOGIN =
      new Login("gcid", Optional.of("gcid"), Optional.of("id-token"));

  private static final Moquette MOQUETTE = new Moquette();

  static Stream<Named<Supplier<TestBroker>>> brokers() {
    return Stream.of(
        Named.of("pretend", PretendOne::new),
        Named.of("Moquette", () -> MOQUETTE),
        Named.of("Mosquitto", ConnectionTest::mosquitto));
  }

  private static Mosquitto mosquitto() {
    assumeTrue(Mosquitto.installed(), "Mosquitto is not installed: apt-get install mosquitto");
    return new Mosquitto();
  }

  private static Connection connect(TestBroker broker, Heard heard) {
    return Connection.open(broker.broker(), LOGIN, Optional.of("gcid/+"), Optional.empty(), heard);
  }

  private static TestBroker started(Supplier<TestBroker> kind) {
    TestBroker broker = kind.get();
    broker.password("id-token");
    return broker;
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void what_is_published_is_heard(Supplier<TestBroker> kind) {
    Heard heard = new Heard();
    try (TestBroker broker = started(kind)) {
      Connection connection = connect(broker, heard);
      assertEquals("connected", heard.next());
      broker.publish("other/car", "not ours");
      broker.publish("gcid/car", "{}");
      assertEquals("gcid/car {}", heard.next());
      connection.close();
    }
    assertTrue(heard.silent());
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void a_wrong_password_is_a_login_refused(Supplier<TestBroker> kind) {
    Heard heard = new Heard();
    try (TestBroker broker = started(kind)) {
      broker.password("another");
      try (Connection connection = connect(broker, heard)) {
        String refused = heard.next();
        assertTrue(refused.startsWith("LOGIN_REFUSED: the broker refused"), refused);
        assertEquals("nothing", heard.next(0), connection::toString);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void a_refused_subscription_is_a_failure(Supplier<TestBroker> kind) {
    Heard heard = new Heard();
    try (TestBroker broker = started(kind)) {
      broker.refuseSubscriptions();
      try (Connection connection = connect(broker, heard)) {
        String refused = heard.next();
        assertTrue(refused.startsWith("SUBSCRIPTION_REFUSED: "), refused + connection);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void a_second_client_of_the_account_evicts_the_first(Supplier<TestBroker> kind) {
    Heard first = new Heard();
    Heard second = new Heard();
    try (TestBroker broker = started(kind);
        Connection one = connect(broker, first)) {
      assertEquals("connected", first.next());
      try (Connection other = connect(broker, second)) {
        assertEquals("connected", second.next());
        String ended = first.next();
        // MQTT 5 has a word for it, which few brokers say
        String expected = broker instanceof PretendOne ? "TAKEN_OVER: " : "HUNG_UP: ";
        assertTrue(ended.startsWith(expected), ended + one + other);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void a_broker_that_restarts_is_a_connection_lost_and_another_can_be_had(
      Supplier<TestBroker> kind) {
    Heard first = new Heard();
    try (TestBroker broker = started(kind);
        Connection one = connect(broker, first)) {
      assertEquals("connected", first.next());
      broker.restart();
      String ended = first.next();
      assertTrue(ended.matches("(LOST|HUNG_UP): .*"), ended + one);
      Heard second = new Heard();
      try (Connection other = connect(broker, second)) {
        assertEquals("connected", second.next(), other::toString);
      }
    }
  }

  /** A machine that hangs keeps its connections, and says nothing. */
  @ParameterizedTest
  @MethodSource("hanging")
  void a_broker_that_hangs_is_noticed_and_when_it_goes_on_another_connection_can_be_had(
      Supplier<TestBroker> kind) {
    Connection.Patience impatient = new Connection.Patience(15, 1);
    Heard first = new Heard();
    Optional<String> topics = Optional.of("gcid/+");
    try (TestBroker broker = started(kind);
        Connection one =
            Connection.open(broker.broker(), LOGIN, topics, Optional.empty(), first, impatient)) {
      assertEquals("connected", first.next());
      broker.hang(true);
      String ended = first.next();
      assertTrue(ended.startsWith("LOST: the connection was lost (Timeout"), ended + one);
      broker.hang(false);
      Heard second = new Heard();
      try (Connection other = connect(broker, second)) {
        assertEquals("connected", second.next(), other::toString);
      }
    }
  }

  static Stream<Named<Supplier<TestBroker>>> hanging() {
    return brokers()
        .filter(broker -> !broker.getName().equals("Moquette")); // it is in this process
  }

  @Test
  void a_server_that_takes_the_call_and_never_says_a_word_is_given_up() throws IOException {
    Connection.Patience impatient = new Connection.Patience(1, 1);
    Heard heard = new Heard();
    try (ServerSocket mute = new ServerSocket(0)) {
      Broker broker = new Broker("localhost", mute.getLocalPort(), false, Optional.empty());
      Connection.open(broker, LOGIN, Optional.of("x/+"), Optional.empty(), heard, impatient);
      String ended = heard.next();
      assertTrue(ended.startsWith("LOST: "), ended);
      assertEquals("nothing", heard.next(0));
    }
  }

  /** Moquette itself leaves out messages when it is in a hurry. */
  @Test
  void ten_thousand_messages_at_once_all_arrive() {
    Heard heard = new Heard();
    try (TestBroker broker = started(PretendOne::new);
        Connection connection = connect(broker, heard)) {
      assertEquals("connected", heard.next());
      for (int i = 0; i < 10_000; i++) {
        broker.publish("gcid/car", "" + i);
      }
      for (int i = 0; i < 10_000; i++) {
        assertEquals("gcid/car " + i, heard.next(), connection::toString);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void a_message_of_megabytes_does_no_harm(Supplier<TestBroker> kind) {
    Heard heard = new Heard();
    try (TestBroker broker = started(kind);
        Connection connection = connect(broker, heard)) {
      assertEquals("connected", heard.next());
      broker.publish("gcid/car", "x".repeat(3_000_000));
      assertEquals(3_000_009, heard.next().length());
      broker.publish("gcid/car", "{}");
      assertEquals("gcid/car {}", heard.next(), connection::toString);
    }
  }

  @Test
  void a_broker_whose_certificate_is_for_another_host_or_from_nobody_known_is_told_nothing() {
    try (Mosquitto broker = mosquitto()) {
      broker.password("id-token");
      for (Broker wrong : List.of(broker.elsewhere(), broker.untrusted())) {
        Heard heard = new Heard();
        Connection.open(wrong, LOGIN, Optional.of("gcid/+"), Optional.empty(), heard);
        String refused = heard.next();
        assertTrue(
            refused.matches("LOST: no connection .*(certifi|subject alternative).*"), refused);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void with_a_new_token_there_is_a_new_connection(Supplier<TestBroker> kind) {
    try (TestBroker broker = started(kind)) {
      for (String token : List.of("first", "second")) {
        broker.password(token);
        Heard heard = new Heard();
        Login login = new Login("gcid", Optional.of("gcid"), Optional.of(token));
        Connection connection =
            Connection.open(broker.broker(), login, Optional.of("gcid/+"), Optional.empty(), heard);
        assertEquals("connected", heard.next());
        connection.close();
      }
    }
  }
}
