package io.github.iremote.bmw;

import io.github.iremote.mqtt.Ending;
import io.github.iremote.oauth.Token;
import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Vehicle;

/** A source that tells by itself what cars say, to those who are connected. */
public interface Push {

  /** Who listens, on threads that must not be kept. */
  interface Ear {
    /** From now on what cars say is heard. */
    void connected();

    /**
     * A car has said something.
     *
     * @param urgent whether it is not to wait for what else it says
     */
    void heard(String vin, Samples samples, boolean urgent);

    /** From now on nothing is heard. */
    void ended(Ending ending);
  }

  /** Connects, and returns at once; what comes of it, the ear is told. */
  AutoCloseable connect(Token token, Ear ear);

  /** Whether the token is what it lets in by, and the connection ends with it. */
  boolean byToken();

  /** What was heard of a car, on its way into what is known. */
  Answer answer(Vehicle car, Samples samples);
}
