package io.github.iremote.simulator;

import io.github.iremote.simulator.MqttPacket.Client;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;

/** BMW's broker, as far as iRemote talks to it, with all that such a broker can do to a client. */
public final class PretendBroker implements AutoCloseable {
  private static final int NOT_AUTHORIZED = 135;
  private static final int TAKEN_OVER = 142;

  private final ServerSocket server;
  private final BiPredicate<String, String> logins;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Guest> guests = new ConcurrentHashMap<>();
  private volatile boolean refusesLogins;
  private volatile boolean refusesSubscriptions;
  private volatile boolean stalls;
  private volatile int logged;

  /**
   * @param logins whether a user and a password are good
   */
  public PretendBroker(BiPredicate<String, String> logins) {
    this.logins = logins;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public String address() {
    return "mqtt://127.0.0.1:" + server.getLocalPort();
  }

  /** From now on no login is good. */
  public void refuseLogins(boolean refuse) {
    refusesLogins = refuse;
  }

  /** From now on a login is good, and a subscription is not. */
  public void refuseSubscriptions(boolean refuse) {
    refusesSubscriptions = refuse;
  }

  /** From now on nothing is answered and nothing sent, though the connection stands. */
  public void stall(boolean stall) {
    stalls = stall;
  }

  /** Ends every connection without a word. */
  public void drop() {
    guests.values().forEach(Guest::hangUp);
  }

  /** Ends every connection as BMW's does when another program of the account connects. */
  public void evict() {
    guests.values().forEach(guest -> guest.leave(TAKEN_OVER));
  }

  /** How many clients have subscribed. */
  public int subscribers() {
    return (int) guests.values().stream().filter(guest -> guest.filter != null).count();
  }

  /** How many logins were good so far. */
  public int logins() {
    return logged;
  }

  public void publish(String topic, String payload) {
    MqttPacket message = MqttPacket.publish(topic, payload);
    guests.values().forEach(guest -> guest.deliver(topic, message));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    drop();
    threads.shutdownNow();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Guest guest = new Guest(server.accept());
        threads.execute(guest::serve);
      } catch (IOException e) {
        // closed
      }
    }
  }

  /** One client. */
  private final class Guest {
    private final Socket socket;
    private volatile String id = "";
    private volatile String filter;

    Guest(Socket socket) {
      this.socket = socket;
    }

    void serve() {
      try (socket) {
        while (true) {
          MqttPacket packet = MqttPacket.read(socket.getInputStream());
          if (!stalls) {
            answer(packet);
          }
        }
      } catch (IOException e) {
        guests.remove(id, this);
      }
    }

    private void answer(MqttPacket packet) throws IOException {
      switch (packet.type()) {
        case MqttPacket.CONNECT -> connect(packet.client());
        case MqttPacket.SUBSCRIBE -> subscribe(packet);
        case MqttPacket.PINGREQ -> send(MqttPacket.of(MqttPacket.PINGRESP));
        case MqttPacket.DISCONNECT -> hangUp();
        default -> {
          // what clients of ours never send
        }
      }
    }

    private void connect(Client client) {
      if (refusesLogins || !logins.test(client.username(), client.password())) {
        send(MqttPacket.of(MqttPacket.CONNACK, 0, NOT_AUTHORIZED, 0));
        hangUp();
        return;
      }
      id = client.id();
      Guest before = guests.put(id, this);
      if (before != null) {
        before.leave(TAKEN_OVER);
      }
      logged++;
      send(MqttPacket.of(MqttPacket.CONNACK, 0, 0, 0));
    }

    /** Nothing is sent before the client knows that it has subscribed, and everything after. */
    private synchronized void subscribe(MqttPacket packet) throws IOException {
      byte[] body = packet.body();
      int reason = refusesSubscriptions ? NOT_AUTHORIZED : 0;
      send(MqttPacket.of(MqttPacket.SUBACK, body[0], body[1], 0, reason));
      filter = refusesSubscriptions ? null : packet.filter();
    }

    synchronized void deliver(String topic, MqttPacket message) {
      if (filter != null && MqttPacket.matches(filter, topic)) {
        send(message);
      }
    }

    void leave(int reason) {
      send(MqttPacket.of(MqttPacket.DISCONNECT, reason, 0));
      hangUp();
    }

    synchronized void send(MqttPacket packet) {
      if (stalls) {
        return;
      }
      try {
        OutputStream out = socket.getOutputStream();
        out.write(packet.bytes());
        out.flush();
      } catch (IOException e) {
        hangUp();
      }
    }

    void hangUp() {
      guests.remove(id, this);
      try {
        socket.close();
      } catch (IOException e) {
        // it is gone
      }
    }
  }
}
