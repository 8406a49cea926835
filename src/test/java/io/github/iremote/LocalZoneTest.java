package io.github.iremote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The machine's zone where its name is plain to see, and what Java says elsewhere. */
class LocalZoneTest {
  private static final ZoneId JAVAS = ZoneId.of("Asia/Tokyo");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Europe/Berlin",
    "America/Argentina/Ushuaia, America/Argentina/Ushuaia",
    "'', Asia/Tokyo",
    "UTC, Asia/Tokyo",
    "GMT+2, Asia/Tokyo",
    "'CET-1CEST,M3.5.0,M10.5.0/3', Asia/Tokyo",
    ":/etc/localtime, Asia/Tokyo",
    "posix/Europe/Berlin, Asia/Tokyo",
    "Europe/Nowhere, Asia/Tokyo",
  })
  void only_a_name_that_can_mean_one_zone_is_believed(String name, ZoneId zone) {
    assertEquals(zone, LocalZone.of(name, () -> JAVAS));
  }

  @ParameterizedTest
  @CsvSource({
    "/usr/share/zoneinfo/Europe/Berlin, Europe/Berlin",
    "../usr/share/zoneinfo/Asia/Tokyo, Asia/Tokyo",
    "/etc/own/Europe/Berlin, ''",
  })
  void only_a_link_into_the_zones_names_one(String target, String name) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("localtime"), Path.of(target));
    assertEquals(name, LocalZone.linked(link));
  }

  @Test
  void it_is_the_one_that_java_finds() {
    assertEquals(ZoneId.systemDefault().getRules(), LocalZone.find().getRules());
  }
}
