package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.scripts.Sandbox.Outcome;
import java.io.IOException;
import java.nio.file.Path;

/** Starts of {@code status --quiet} by the launcher, with a pretend JDK and a pretend jar. */
record Launch(Sandbox sandbox, Path launcher, Path jar) {

  static Launch in(Path temp, String jar) throws IOException, InterruptedException {
    Sandbox sandbox = Sandbox.in(temp);
    sandbox.env.remove("HOME");
    return new Launch(sandbox, sandbox.launcher("bin"), sandbox.root.resolve(jar));
  }

  Outcome run() throws IOException {
    return sandbox.run(launcher, "status", "--quiet");
  }

  void runsWith(Path jdk) throws IOException {
    runsWith(jdk, run());
  }

  void runsWith(Path jdk, Outcome outcome) {
    String said = jdk + "/bin/java " + jar + " status --quiet\n";
    assertEquals(new Outcome(4, said, ""), outcome);
  }

  void fails(int code, String sentence) throws IOException {
    assertEquals(new Outcome(code, "", "iremote: " + sentence), run());
  }
}
