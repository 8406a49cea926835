package io.github.iremote.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One packet of MQTT 5.
 *
 * @param first its type, and flags
 * @see <a href="https://docs.oasis-open.org/mqtt/mqtt/v5.0/mqtt-v5.0.html">MQTT Version 5.0</a>
 */
record MqttPacket(int first, byte[] body) {
  static final int CONNECT = 1;
  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int SUBSCRIBE = 8;
  static final int SUBACK = 9;
  static final int PINGREQ = 12;
  static final int PINGRESP = 13;
  static final int DISCONNECT = 14;

  private static final int WILL = 0x04;
  private static final int USERNAME = 0x80;
  private static final int PASSWORD = 0x40;

  static MqttPacket of(int type, int... body) {
    byte[] bytes = new byte[body.length];
    for (int i = 0; i < body.length; i++) {
      bytes[i] = (byte) body[i];
    }
    return new MqttPacket(type << 4, bytes);
  }

  /** A message of the lowest quality of service. */
  static MqttPacket publish(String topic, String payload) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] name = topic.getBytes(StandardCharsets.UTF_8);
    body.write(name.length >> 8);
    body.write(name.length);
    body.writeBytes(name);
    body.write(0); // no properties
    body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
    return new MqttPacket(PUBLISH << 4, body.toByteArray());
  }

  /** Whether a subscription is for a topic. */
  static boolean matches(String filter, String topic) {
    return topic.matches(filter.replace("+", "[^/]+").replace("#", ".*"));
  }

  int type() {
    return first >> 4;
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(first);
    int left = body.length;
    do {
      all.write(left > 127 ? left & 127 | 128 : left);
      left >>= 7;
    } while (left > 0);
    all.writeBytes(body);
    return all.toByteArray();
  }

  static MqttPacket read(InputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      throw new EOFException();
    }
    return new MqttPacket(first, in.readNBytes(number(in)));
  }

  /** Who connects, as CONNECT says it. */
  record Client(String id, String username, String password) {}

  Client client() throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    in.skipNBytes(2 + 4 + 1); // "MQTT", 5
    int flags = in.readUnsignedByte();
    in.readUnsignedShort(); // keep-alive
    in.skipNBytes(number(in));
    String id = in.readUTF();
    if ((flags & WILL) != 0) {
      in.skipNBytes(number(in));
      in.readUTF();
      in.skipNBytes(in.readUnsignedShort());
    }
    String username = (flags & USERNAME) != 0 ? in.readUTF() : "";
    String password = (flags & PASSWORD) != 0 ? in.readUTF() : "";
    return new Client(id, username, password);
  }

  /** The topic filter of a SUBSCRIBE with one. */
  String filter() throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    in.readUnsignedShort();
    in.skipNBytes(number(in));
    return in.readUTF();
  }

  private static int number(InputStream in) throws IOException {
    int number = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      int digit = in.read();
      if (digit < 0) {
        throw new EOFException();
      }
      number |= (digit & 127) << shift;
      if (digit < 128) {
        return number;
      }
    }
    throw new IOException("a length of more than four bytes");
  }
}
