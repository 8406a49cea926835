package io.github.iremote.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Log;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** HTTP calls with JSON answers. Follows no redirect: a token goes to the host it is for. */
public final class JsonHttp {
  private final Duration timeout;
  private final Log log;
  private final LazyClient client;

  /**
   * @param environment may name proxies, and where authorities that vouched before are kept
   */
  public JsonHttp(Duration timeout, Map<String, String> environment, Log log) {
    this.timeout = timeout;
    this.log = log;
    this.client = new LazyClient(timeout, environment);
  }

  /** There was no answer from this host. */
  private static final class Unanswered extends IOException {
    private static final long serialVersionUID = 1L;

    private final String host;

    Unanswered(String host, IOException cause) {
      super(cause);
      this.host = host;
    }
  }

  /**
   * An answer of any status.
   *
   * @param retryAfter the header of that name, if it is a number of seconds
   * @param date the header of that name, if it tells more than our own clock does
   */
  public record Answer(
      int status, String body, Optional<Duration> retryAfter, Optional<Instant> date) {
    public boolean ok() {
      return status >= 200 && status < 300;
    }

    /**
     * The body as a tree.
     *
     * @throws IOException if it is not JSON
     */
    public JsonNode json() throws IOException {
      return Json.parse(body);
    }

    /** The same, where it does not repeat this secret, in whatever spelling of JSON. */
    public Answer without(String secret) {
      String masked;
      try {
        masked = Json.line(Json.without(secret, json()));
      } catch (IOException e) {
        masked = body.replace(secret, "…");
      }
      return new Answer(status, masked, retryAfter, date);
    }

    /** Bodies may hold tokens. */
    @Override
    public String toString() {
      return "Answer[" + status + ", " + body.length() + " characters]";
    }
  }

  public Answer get(String url, Map<String, String> headers) throws IOException {
    return get(url, headers, timeout);
  }

  /** The same, with a patience of its own. */
  public Answer get(String url, Map<String, String> headers, Duration patience) throws IOException {
    return call(request(url, headers).get().build(), patience);
  }

  public Answer postForm(String url, Map<String, String> headers, Map<String, String> form)
      throws IOException {
    FormBody.Builder body = new FormBody.Builder();
    form.forEach(body::add);
    return call(request(url, headers).post(body.build()).build(), timeout);
  }

  public Answer postJson(String url, Map<String, String> headers, JsonNode json)
      throws IOException {
    MediaType type = MediaType.get("application/json; charset=utf-8");
    RequestBody body = RequestBody.create(Json.line(json), type);
    return call(request(url, headers).post(body).build(), timeout);
  }

  /** Sends bytes as they are. */
  public Answer send(
      String method, String url, Map<String, String> headers, byte[] bytes, String type)
      throws IOException {
    RequestBody body = RequestBody.create(bytes, MediaType.get(type));
    return call(request(url, headers).method(method, body).build(), timeout);
  }

  /** Sends a form that has a picture in it. */
  public Answer postFile(
      String url,
      Map<String, String> headers,
      Map<String, String> form,
      String field,
      String name,
      byte[] png)
      throws IOException {
    MultipartBody.Builder body = new MultipartBody.Builder().setType(MultipartBody.FORM);
    form.forEach(body::addFormDataPart);
    body.addFormDataPart(field, name, RequestBody.create(png, MediaType.get("image/png")));
    return call(request(url, headers).post(body.build()).build(), timeout);
  }

  public Answer delete(String url, Map<String, String> headers) throws IOException {
    return call(request(url, headers).delete().build(), timeout);
  }

  /** What an exception of a call means, in words for the owner. */
  public static String explain(IOException e) {
    if (e instanceof Unanswered unanswered) {
      return unanswered.host + ": " + explain((IOException) e.getCause());
    }
    if (e instanceof UnknownHostException) {
      return "its name cannot be resolved; is the network up?";
    }
    if (e instanceof InterruptedIOException) {
      return "no complete answer in time";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static Request.Builder request(String url, Map<String, String> headers)
      throws IOException {
    HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      throw new IOException("its address is unusable");
    }
    Request.Builder request = new Request.Builder().url(address);
    headers.forEach(request::header);
    return request;
  }

  private Answer call(Request request, Duration patience) throws IOException {
    String line = request.method() + " " + request.url().redact();
    log.debug(() -> line);
    Call call = client.forScheme(request.url()).newCall(request);
    call.timeout().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      Answer answer = AnswerReader.read(response);
      int length = answer.body().length();
      log.debug(() -> line + " answered " + response.code() + ", " + length + " characters");
      return answer;
    } catch (ProtocolException | IllegalArgumentException | IllegalStateException e) {
      // its message quotes the answer, which may repeat what was sent; so would a cause
      log.debug(() -> line + " failed: the answer is not HTTP");
      throw new IOException("the answer is not HTTP");
    } catch (IOException e) {
      log.debug(() -> line + " failed: " + e);
      throw new Unanswered(request.url().host(), e);
    }
  }
}
