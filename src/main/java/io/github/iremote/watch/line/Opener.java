package io.github.iremote.watch.line;

import io.github.iremote.bmw.Push.Ear;
import io.github.iremote.oauth.Token;

/** How the stream is reached. */
@FunctionalInterface
public interface Opener {
  /** Opens a connection, at once, and tells the ear what comes of it. */
  AutoCloseable open(Token token, Ear ear);
}
