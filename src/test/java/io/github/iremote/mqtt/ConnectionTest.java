package io.github.iremote.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a connection says of brokers and what they do to it: ours, and one that nobody here wrote.
 */
class ConnectionTest {
  static final Login LOGIN = new Login("gcid", Optional.of("gcid"), Optional.of("id-token"));

  private static final Connection.Patience USUAL = new Connection.Patience(15, 30);

  private static final Moquette MOQUETTE = new Moquette();

  private final List<Connection> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(Connection::close);
  }

  static Stream<Named<Supplier<TestBroker>>> brokers() {
    return Stream.of(
        Named.of("pretend", PretendOne::new),
        Named.of("Moquette", () -> MOQUETTE),
        Named.of("Mosquitto", ConnectionTest::mosquitto));
  }

  static Mosquitto mosquitto() {
    assumeTrue(Mosquitto.installed(), "Mosquitto is not installed: apt-get install mosquitto");
    return new Mosquitto();
  }

  /** Opens a connection; returns what it tells first. */
  private String first(TestBroker broker, Heard heard) {
    return first(broker, "id-token", USUAL, heard);
  }

  /**
   * Moquette knows no MQTT 5, and at times takes the end of that attempt for the end of the next:
   * then there is another, as there is of a watch.
   */
  private String first(
      TestBroker broker, String password, Connection.Patience patience, Heard heard) {
    Login login = new Login(LOGIN.clientId(), LOGIN.username(), Optional.of(password));
    Optional<String> topics = Optional.of("gcid/+");
    opened.add(Connection.open(broker.broker(), login, topics, Optional.empty(), heard, patience));
    String told = heard.next();
    return told.startsWith("HUNG_UP") && broker instanceof Moquette
        ? first(broker, password, patience, heard)
        : told;
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
      assertEquals("connected", first(broker, heard));
      broker.publish("other/car", "not ours");
      broker.publish("gcid/car", "{}");
      assertEquals("gcid/car {}", heard.next());
      close();
    }
    assertTrue(heard.silent());
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void a_wrong_password_is_a_login_refused(Supplier<TestBroker> kind) {
    Heard heard = new Heard();
    try (TestBroker broker = started(kind)) {
      broker.password("another");
      String refused = first(broker, heard);
      assertTrue(refused.startsWith("LOGIN_REFUSED: the broker refused"), refused);
      assertEquals("nothing", heard.next(0));
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void a_refused_subscription_is_a_failure(Supplier<TestBroker> kind) {
    try (TestBroker broker = started(kind)) {
      broker.refuseSubscriptions();
      String refused = first(broker, new Heard());
      assertTrue(refused.startsWith("SUBSCRIPTION_REFUSED: "), refused);
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void a_second_client_of_the_account_evicts_the_first(Supplier<TestBroker> kind) {
    Heard evicted = new Heard();
    try (TestBroker broker = started(kind)) {
      assertEquals("connected", first(broker, evicted));
      assertEquals("connected", first(broker, new Heard()));
      // MQTT 5 has a word for it, which few brokers say
      String expected = broker instanceof PretendOne ? "TAKEN_OVER: " : "HUNG_UP: ";
      String ended = evicted.next();
      assertTrue(ended.startsWith(expected), ended);
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void a_broker_that_restarts_is_a_connection_lost_and_another_can_be_had(
      Supplier<TestBroker> kind) {
    Heard lost = new Heard();
    try (TestBroker broker = started(kind)) {
      assertEquals("connected", first(broker, lost));
      broker.restart();
      String ended = lost.next();
      assertTrue(ended.matches("(LOST|HUNG_UP): .*"), ended);
      assertEquals("connected", first(broker, new Heard()));
    }
  }

  /** A machine that hangs keeps its connections, and says nothing. */
  @ParameterizedTest
  @MethodSource("hanging")
  void a_broker_that_hangs_is_noticed_and_when_it_goes_on_another_connection_can_be_had(
      Supplier<TestBroker> kind) {
    Heard lost = new Heard();
    try (TestBroker broker = started(kind)) {
      assertEquals("connected", first(broker, "id-token", new Connection.Patience(15, 1), lost));
      broker.hang(true);
      String ended = lost.next();
      assertTrue(ended.startsWith("LOST: the connection was lost (Timeout"), ended);
      broker.hang(false);
      assertEquals("connected", first(broker, new Heard()));
    }
  }

  static Stream<Named<Supplier<TestBroker>>> hanging() {
    return brokers()
        .filter(broker -> !broker.getName().equals("Moquette")); // it is in this process
  }

  /** Moquette itself leaves out messages when it is in a hurry. */
  @Test
  void ten_thousand_messages_at_once_all_arrive() {
    Heard heard = new Heard();
    try (TestBroker broker = started(PretendOne::new)) {
      assertEquals("connected", first(broker, heard));
      for (int i = 0; i < 10_000; i++) {
        broker.publish("gcid/car", "" + i);
      }
      for (int i = 0; i < 10_000; i++) {
        assertEquals("gcid/car " + i, heard.next());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void a_message_of_megabytes_does_no_harm(Supplier<TestBroker> kind) {
    Heard heard = new Heard();
    try (TestBroker broker = started(kind)) {
      assertEquals("connected", first(broker, heard));
      broker.publish("gcid/car", "x".repeat(3_000_000));
      assertEquals(3_000_009, heard.next().length());
      broker.publish("gcid/car", "{}");
      assertEquals("gcid/car {}", heard.next());
    }
  }

  /** As a watch renews its line: the new connection is opened while the old one stands. */
  @ParameterizedTest
  @MethodSource("brokers")
  void with_a_new_token_there_is_a_new_connection(Supplier<TestBroker> kind) {
    try (TestBroker broker = started(kind)) {
      assertEquals("connected", first(broker, new Heard()));
      broker.password("second");
      assertEquals("connected", first(broker, "second", USUAL, new Heard()));
    }
  }
}
