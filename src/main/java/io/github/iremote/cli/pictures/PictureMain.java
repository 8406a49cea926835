package io.github.iremote.cli.pictures;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.Home;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.history.MessagePicture;
import io.github.iremote.message.Illustration;
import io.github.iremote.message.Notifier;
import io.github.iremote.message.Pictured;
import io.github.iremote.message.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The other Java: draws and sends the pictures it is told of on its standard input. */
public final class PictureMain {

  /**
   * @param args the configs directory
   */
  public static void main(String[] args) throws IOException {
    Surroundings here = Surroundings.real();
    Home home = Home.of(here, new Log(1), Path.of(args[0]));
    Wiring wiring = new Wiring(home, Purpose.PERSON);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(here.in(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      show(Illustration.read(line), home, wiring);
    }
    System.exit(0);
  }

  private static void show(Illustration illustration, Home home, Wiring wiring) {
    try {
      Optional<Pictured.Picture> picture =
          new MessagePicture(home).of(illustration.letter().newest());
      for (Place place : wiring.places().all()) {
        if (picture.isPresent()
            && place.name().equals(illustration.letter().to())
            && wiring.places().to(place) instanceof Pictured pictured) {
          pictured.show(illustration.letter(), illustration.message(), picture.get());
        }
      }
    } catch (Failure | Notifier.Refused e) {
      wiring.log.info(() -> "no picture: " + e.getMessage());
    }
  }

  private PictureMain() {}
}
