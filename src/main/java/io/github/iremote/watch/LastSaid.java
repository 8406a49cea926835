package io.github.iremote.watch;

/** What was said last: while it lasts it is said once. */
final class LastSaid {
  private String sentence = "";

  /** Whether it is something else than the last time. */
  boolean isNews(String now) {
    boolean news = !sentence.equals(now);
    sentence = now;
    return news;
  }

  /** It is over. */
  void forget() {
    sentence = "";
  }
}
