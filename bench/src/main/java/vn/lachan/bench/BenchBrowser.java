package vn.lachan.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who signed in and reads pages, over one kept connection. */
final class BenchBrowser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]*)\"|value=\"([^\"]*)\"[^>]*name=\"_csrf\"");

  private final String address;
  private final HttpClient client;

  private BenchBrowser(int port) {
    this.address = "http://localhost:" + port;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  static BenchBrowser signedIn(int port, String username, String password) {
    var browser = new BenchBrowser(port);
    HttpResponse<String> answer =
        browser.post("/sign-in", "/sign-in", "username", username, "password", password);
    if (answer.statusCode() != 302) {
      throw new IllegalStateException("Cannot sign in: " + answer.statusCode());
    }
    return browser;
  }

  /** The whole page as text. */
  String get(String path) {
    HttpResponse<String> answer = send(request(path).GET());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + path);
    }
    return answer.body();
  }

  /** Sends a form with the token of a page that was opened before. */
  HttpResponse<String> post(String page, String to, String... fields) {
    return postWith(token(get(page)), to, fields);
  }

  HttpResponse<String> postWith(String token, String to, String... fields) {
    var body = new StringBuilder("_csrf=" + encoded(token));
    for (int index = 0; index < fields.length; index += 2) {
      body.append('&').append(fields[index]).append('=').append(encoded(fields[index + 1]));
    }
    return send(
        request(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", address)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  static String token(String page) {
    Matcher matcher = TOKEN.matcher(page);
    if (!matcher.find()) {
      throw new IllegalStateException("No token on the page");
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Accept", "text/html,*/*;q=0.8");
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

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
