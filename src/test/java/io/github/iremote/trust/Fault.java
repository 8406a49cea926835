package io.github.iremote.trust;

import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** A way in which a server fails, or its connection; one that waits a second at most sees it. */
enum Fault {
  NONE,
  REFUSED,
  DROPPED_BEFORE_THE_ANSWER,
  DROPPED_IN_THE_BODY,
  SERVER_ERROR,
  TRY_AGAIN_AT_ONCE,
  TOO_MANY,
  TOO_MANY_FOR_A_MINUTE,
  SLOW,
  NO_HTTP,
  GARBAGE,
  BAD_REQUEST_PAGE,
  BAD_REQUEST,
  FORBIDDEN,
  PORTAL,
  ACCEPTED,
  NOTHING,
  NO_CONTENT,
  OTHER_WORDS,
  CONDEMNED;

  /** Whether a server that fails so has taken the message. */
  boolean taken() {
    return this == NONE
        || this == DROPPED_BEFORE_THE_ANSWER
        || this == DROPPED_IN_THE_BODY
        || this == SLOW;
  }

  /** What it answers that would have answered this. */
  MockResponse answer(String body) {
    MockResponse.Builder answer = new MockResponse.Builder().code(200).body(body);
    return switch (this) {
      case NONE, REFUSED -> answer.build();
      case DROPPED_BEFORE_THE_ANSWER ->
          answer.onResponseStart(new SocketEffect.CloseSocket()).build();
      case DROPPED_IN_THE_BODY -> answer.onResponseBody(new SocketEffect.CloseSocket()).build();
      case SERVER_ERROR -> answer.code(500).body("rollup_error").build();
      case TRY_AGAIN_AT_ONCE -> answer.code(503).setHeader("Retry-After", "0").build();
      case TOO_MANY -> answer.code(429).setHeader("Retry-After", "-1").build();
      case TOO_MANY_FOR_A_MINUTE -> answer.code(429).setHeader("Retry-After", "60").build();
      case SLOW -> answer.headersDelay(2, TimeUnit.SECONDS).build();
      case NO_HTTP -> answer.status("SSH-2.0-OpenSSH_9.2").build();
      case GARBAGE -> answer.code(502).body("<html>" + body).build();
      case BAD_REQUEST_PAGE -> answer.code(400).body("<html>Bad Request</html>").build();
      case BAD_REQUEST -> answer.code(400).body("").build();
      case FORBIDDEN -> answer.code(403).body("").build();
      case PORTAL -> answer.body("<html>Welcome</html>").build();
      case ACCEPTED -> answer.code(202).build();
      case NOTHING -> answer.body("").build();
      case NO_CONTENT -> answer.code(204).body("").build();
      case OTHER_WORDS -> answer.body("{\"ok\":false}").build();
      case CONDEMNED -> answer.code(400).body("invalid_payload").build();
    };
  }

  /** One of these in so many cases of a hundred, as chance has it. */
  static Fault any(List<Fault> faults, int percent, Experiment experiment) {
    boolean failing = experiment.random.nextInt(100) < percent;
    return failing ? faults.get(experiment.random.nextInt(faults.size())) : NONE;
  }
}
