package io.github.iremote.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server that is not the broker that is meant. */
class StrangeServerTest {
  @Test
  void a_server_that_takes_the_call_and_never_says_a_word_is_given_up() throws IOException {
    Connection.Patience impatient = new Connection.Patience(1, 1);
    Heard heard = new Heard();
    try (ServerSocket mute = new ServerSocket(0)) {
      Broker broker = new Broker("localhost", mute.getLocalPort(), false, Optional.empty());
      Connection.open(
          broker, ConnectionTest.LOGIN, Optional.of("x/+"), Optional.empty(), heard, impatient);
      String ended = heard.next();
      assertTrue(ended.startsWith("LOST: "), ended);
      assertEquals("nothing", heard.next(0));
    }
  }

  @Test
  void a_broker_whose_certificate_is_for_another_host_or_from_nobody_known_is_told_nothing() {
    try (Mosquitto broker = ConnectionTest.mosquitto()) {
      broker.password("id-token");
      for (Broker wrong : List.of(broker.elsewhere(), broker.untrusted())) {
        Heard heard = new Heard();
        Connection.open(
            wrong, ConnectionTest.LOGIN, Optional.of("gcid/+"), Optional.empty(), heard);
        String refused = heard.next();
        assertTrue(
            refused.matches("LOST: no connection .*(certifi|subject alternative).*"), refused);
      }
    }
  }
}
