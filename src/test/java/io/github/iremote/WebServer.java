package io.github.iremote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A web server whose answers the test decides, path by path. */
public final class WebServer implements AfterEachCallback {
  public final MockWebServer web = new MockWebServer();
  private final Map<String, Deque<MockResponse>> answers = new HashMap<>();
  private final List<RecordedRequest> requests = new ArrayList<>();

  public WebServer() {
    web.setServerSocketFactory(new AtOnce());
    web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            synchronized (WebServer.this) {
              requests.add(request);
              String path = request.getUrl().encodedPath();
              return next(answers.getOrDefault(request.getMethod() + " " + path, next(path)));
            }
          }
        });
    try {
      web.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer that may be changed before it is given. */
  public static MockResponse.Builder saying(int code, String body) {
    return new MockResponse.Builder().code(code).body(body);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    web.close();
  }

  public String url() {
    String url = web.url("/").toString();
    return url.substring(0, url.length() - 1);
  }

  private Deque<MockResponse> next(String path) {
    MockResponse none = new MockResponse.Builder().code(404).build();
    return answers.getOrDefault(path, new ArrayDeque<>(List.of(none)));
  }

  /** Each answer once, the last one for ever. */
  private static MockResponse next(Deque<MockResponse> answers) {
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  /**
   * @param path the path, or {@code METHOD /path} where that makes a difference
   */
  public synchronized void answer(String path, MockResponse answer) {
    answers.put(path, new ArrayDeque<>(List.of(answer)));
  }

  /** What is answered after that. */
  public synchronized void then(String path, int code, String body) {
    answers.get(path).add(new MockResponse.Builder().code(code).body(body).build());
  }

  public void answer(String path, int code, String body) {
    answer(path, new MockResponse.Builder().code(code).body(body).build());
  }

  /** The requests since the last time, as {@code GET /path}. */
  public synchronized List<String> asked() {
    List<String> lines = new ArrayList<>();
    requests.forEach(request -> lines.add(request.getMethod() + " " + request.getTarget()));
    requests.clear();
    return lines;
  }

  /** The bodies of the requests since the last time. */
  public synchronized List<String> bodies() {
    List<String> bodies = new ArrayList<>();
    requests.forEach(
        request -> bodies.add(request.getBody() == null ? "" : request.getBody().utf8()));
    requests.clear();
    return bodies;
  }

  /** The requests themselves since the last time. */
  public synchronized List<RecordedRequest> requests() {
    List<RecordedRequest> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }
}
