package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.ConnectedDriveCar;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the keys about messages is said with the key, and with exit code 2. */
class NotifyConfigTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  private final Path configs = machine.configs;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'notify': {}                                          | notify expected a list [ … ], not {}",
        "'notify': [{}]                                        | notify[0].slack is missing: expected exactly one of slack, ntfy, telegram, email, webhook, command",
        "'notify': [{'ntfi': {}}]                              | notify[0].ntfi is not a key iRemote knows; did you mean ntfy?",
        "'notify': [{'ntfy': {'url':'https://a/b'}, 'webhook': {}}] | notify[0].webhook is one too many: expected exactly one of slack, ntfy, telegram, email, webhook, command",
        "'notify': [{'ntfy': {'url':'https://a/b'}, 'name': 'slack'}] | notify[0].name expected a name of its own: another place is called slack",
        "'notify': [{'slack': {'webhookUrl':'https://a/b'}}]   | notify[0].name expected a name of its own: another place is called slack",
        "'notify': [{'ntfy': {'url':'https://ntfy.sh'}}]       | notify[0].ntfy.url expected the address of a topic, such as https://ntfy.sh/my-topic",
        "'notify': [{'ntfy': {'url':'http://ntfy.sh/x'}}]      | notify[0].ntfy.url expected an address that begins with https:// (http:// only for this machine)",
        "'notify': [{'ntfy': {'url':'https://a/b','token':'ü'}}] | notify[0].ntfy.token holds a character that no header may have",
        "'notify': [{'telegram': {'chatId':'1'}}]              | notify[0].telegram.botToken is missing",
        "'notify': [{'telegram': {'botToken':'a/b','chatId':1}}] | notify[0].telegram.botToken expected the token that BotFather gave: digits, a colon, and letters",
        "'notify': [{'webhook': {'url':'https://a/b','headers':{'A b':'c'}}}] | notify[0].webhook.headers.A b cannot be the name of a header",
        "'notify': [{'email': {'server':'imap://a','from':'a@b','to':['c@d']}}] | notify[0].email.server expected smtps://HOST:465, or smtp://HOST:587 for STARTTLS",
        "'notify': [{'email': {'server':'smtp://a','from':'a','to':['c@d']}}] | notify[0].email.from expected an address such as me@example.com",
        "'notify': [{'email': {'server':'smtp://a','from':'a@b','to':[]}}] | notify[0].email.to expected a list of addresses such as [\"me@example.com\"]",
        "'notify': [{'email': {'server':'smtp://a','from':'a@b','to':['c@d'],'username':'u'}}] | notify[0].email.password is missing: expected both username and password, or neither",
        "'notify': [{'command': 'ls'}]                         | notify[0].command expected a list [ … ], not \"ls\"",
        "'notify': [{'command': ['ls']}]                       | notify[0].command expected a list: the whole path of a program, and its arguments",
        "'notify': [{'ntfy': {'url':'https://a/b'}, 'events': ['LOKED']}] | notify[0].events expected names of events; \"LOKED\" is none, did you mean LOCKED?",
        "'notify': [{'ntfy': {'url':'https://a/b'}, 'cars': ['My i4']}] | notify[0].cars expected names or VINs of vehicles; My i4 is none",
        "'notify': [{'ntfy': {'url':'https://a/b'}, 'urgentOnly': 1}] | notify[0].urgentOnly expected true or false, not 1",
        "'language': 'xx'                                      | language expected a language that there are messages in: en or de",
        "'places': [{'name':'Home','latitude':1,'longitude':2}] | places expected \"location\": true beside it",
        "'location': true, 'places': [{'name':'Home','latitude':91,'longitude':2}] | places[0].latitude expected a number from -90 to 90",
        "'location': true, 'places': [{'name':'Home','latitude':1}] | places[0].longitude is missing",
        "'reminders': [{'at':'25:00'}]                         | reminders[0].at expected a time of day such as 21:30",
        "'reminders': [{'at':'21:30','days':'Mon-'}]           | reminders[0].days expected days such as Mon-Fri or Sat,Sun",
        "'reminders': [{'at':'21:30','place':'Home'}]          | reminders[0].place expected the name of one of places",
      })
  void it_names_the_key(String keys, String complaint) {
    machine.configured(keys.replace('\'', '"'));
    assertEquals(
        new Result(2, "", "iremote: CONFIGS/config.json: " + complaint + "\n"),
        machine.plain(machine.status()));
  }

  @Test
  void a_phrase_that_there_is_not_is_named() {
    machine.configured("\"words\": {\"LOKED\": \"zu\"}");
    machine.carSays(ConnectedDriveCar.car("i3-rex"));
    assertEquals(
        new Result(
            2,
            "",
            "iremote: config.json: words.LOKED is no phrase; expected the name of an event, or a"
                + " key of phrases_de.properties\n"),
        machine.status());
  }

  /** Who could write the file could run programs as its user. */
  @ParameterizedTest
  @CsvSource({
    "config.json, rw-rw----, command, notify[0].command is not believed",
    "config.json, rw-----w-, command, notify[0].command is not believed",
    "config.json, rw-r--r--, command,",
    "'', rwxrwx---, command, notify[0].command is not believed",
    "'', rwx----w-, file, 'healthcheckUrl refers to a file, which is not read'",
    "'', rwxr-xr-x, file,",
    "config.json, rw-rw-rw-, nothing,"
  })
  void programs_and_files_are_named_only_where_nobody_else_can_write(
      String path, String mode, String key, String refused) throws IOException {
    Path secret = Files.writeString(configs.resolve("secret"), "https://a.example/hook");
    machine.configured(
        switch (key) {
          case "command" -> "\"notify\": [{\"command\": [\"/bin/true\"]}]";
          case "file" -> "\"healthcheckUrl\": \"${file:" + secret + "}\"";
          default -> "\"location\": false";
        });
    Files.setPosixFilePermissions(configs.resolve(path), PosixFilePermissions.fromString(mode));

    Result result = machine.plain(machine.run("vehicles"));

    String where = path.isEmpty() ? "CONFIGS" : "CONFIGS/" + path;
    String read = "BMW answered HTTP 404: it does not know the car; check the vin in config.json";
    String refusal =
        "CONFIGS/config.json: %1$s: other users can write to %2$s: chmod go-w %2$s"
            .formatted(refused, where);
    assertEquals(List.of("iremote: " + (refused == null ? read : refusal)), result.failures());
    assertEquals(refused == null ? 4 : 2, result.code());
  }

  @Test
  void what_belongs_to_another_user_names_no_program() throws IOException {
    Path config = configs.resolve("config.json");
    machine.configured("\"notify\": [{\"command\": [\"/bin/true\"]}]");
    try {
      Files.setOwner(
          config,
          config.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    } catch (IOException e) {
      org.junit.jupiter.api.Assumptions.abort("only root can give files away");
    }
    Result result = machine.run("vehicles");
    assertEquals(2, result.code());
    assertEquals(
        "iremote: CONFIGS/config.json: notify[0].command is not believed:"
            + " CONFIGS/config.json belongs to another user: run it as that user, or chown it\n",
        machine.plain(result.err()));
  }
}
