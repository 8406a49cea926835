package io.github.iremote.config.section;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Resolves {@code ${NAME}} from the environment and {@code ${file:/path}} from a file.
 *
 * @param otherWriters why somebody else may have written that, if so: what that user cannot read,
 *     root would read and send wherever the config says
 */
public record Secrets(Map<String, String> environment, Supplier<Optional<String>> otherWriters)
    implements UnaryOperator<String> {

  /**
   * The value itself, or what it refers to.
   *
   * @throws IllegalArgumentException if that is not there
   */
  @Override
  public String apply(String value) {
    if (!value.startsWith("${") || !value.endsWith("}")) {
      return value;
    }
    String name = value.substring(2, value.length() - 1);
    return name.startsWith("file:") ? firstLine(name.substring(5)) : variable(name);
  }

  private String variable(String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalArgumentException("refers to ${" + name + "}, which is not set");
    }
    return value;
  }

  private String firstLine(String file) {
    Optional<String> others = otherWriters.get();
    if (others.isPresent()) {
      throw new IllegalArgumentException("refers to a file, which is not read: " + others.get());
    }
    try (var lines = Files.newBufferedReader(Path.of(file))) {
      String line = lines.readLine();
      if (line != null) {
        return line.trim();
      }
      throw new IllegalArgumentException("refers to " + file + ", which is empty");
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("refers to " + file + ", which cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return "Secrets[hidden]";
  }
}
