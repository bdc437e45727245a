package vn.lachan.app;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Somebody with cookies who reads pages and sends forms over HTTP. It follows no redirect, so that
 * a test sees each answer.
 */
public final class Browser {
  private static final Pattern HIDDEN =
      Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

  private final String address;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;

  public Browser(int port) {
    this.address = "http://localhost:" + port;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Somebody signed in with a username and password. */
  public static Browser signedIn(int port, String username, String password) {
    var browser = new Browser(port);
    HttpResponse<String> answer =
        browser.submit("/sign-in", "/sign-in", "username", username, "password", password);
    if (answer.statusCode() != 302) {
      throw new IllegalStateException("Cannot sign in: " + answer.statusCode() + answer.body());
    }
    return browser;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Opens the page and sends its form with these fields: names and values in turn. */
  public HttpResponse<String> submit(String page, String to, String... fields) {
    return post(to, hiddenFields(get(page).body()), fields);
  }

  /** Sends hidden fields of a page and typed ones. */
  public HttpResponse<String> post(String to, Map<String, String> hidden, String... fields) {
    Map<String, String> all = new LinkedHashMap<>(hidden);
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return send(
        request(to, "Content-Type", "application/x-www-form-urlencoded", "Origin", address)
            .POST(HttpRequest.BodyPublishers.ofString(encoded(all))));
  }

  /** Sends what is not a form, with headers: names and values in turn. */
  public HttpResponse<String> post(String to, String body, List<String> headers) {
    return send(
        request(to, headers.toArray(String[]::new))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** As if the session had ended: its cookie is gone, the others stay. */
  public void loseSession() {
    List.copyOf(cookies.getCookieStore().getCookies()).stream()
        .filter(cookie -> cookie.getName().equals("lachan-session"))
        .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
  }

  /** The token of forms and whatever else a page hides in them. */
  public static Map<String, String> hiddenFields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher inputs = HIDDEN.matcher(page);
    while (inputs.find()) {
      Matcher name = NAME.matcher(inputs.group());
      Matcher value = VALUE.matcher(inputs.group());
      if (name.find()) {
        fields.put(
            HtmlUtils.htmlUnescape(name.group(1)),
            value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "");
      }
    }
    return fields;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    List<String> all = new ArrayList<>(Arrays.asList(headers));
    if (!all.contains("Accept")) {
      all.addAll(List.of("Accept", "text/html,*/*;q=0.8"));
    }
    return request.headers(all.toArray(String[]::new));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(Map<String, String> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
