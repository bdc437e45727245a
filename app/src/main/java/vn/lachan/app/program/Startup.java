package vn.lachan.app.program;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import vn.lachan.app.kernel.Keyring;

/**
 * Starts the program: takes the data folder, starts the embedded database beside the loading of
 * classes, hands both to Spring, and stops everything in the reverse order.
 */
public final class Startup {
  private Startup() {}

  /** Runs until it is told to stop; the exit status of the process. */
  public static int run(Class<?> application, String[] arguments) {
    try {
      LaunchOptions options = LaunchOptions.parse(arguments);
      try (FolderLock ignored = FolderLock.take(options.data())) {
        PrivateFiles.createEmptyFolder(uploads(options.data()));
        return run(application, options);
      }
    } catch (OperatingException e) {
      console().println(e.getMessage());
      return 1;
    }
  }

  /**
   * Where a file lies while it is being sent, unsealed yet; a killed program leaves some behind.
   */
  private static Path uploads(Path data) {
    return data.resolve("uploads");
  }

  private static int run(Class<?> application, LaunchOptions options) {
    Map<String, String> environment = System.getenv();
    DatabaseAccess external = DatabaseSettings.external(environment);
    Path keys = options.data().resolve("keys");
    boolean keysAreNew = KeyFiles.mustGenerate(keys, environment);
    Keyring keyring = KeyFiles.readOrGenerate(keys, environment);
    if (keysAreNew && !options.train()) {
      console().println(KeyFiles.askForACopy(keys));
    }
    if (external != null) {
      return serve(
          application, options, keyring, CompletableFuture.completedFuture(external), null);
    }
    CompletableFuture<EmbeddedDatabase> starting =
        CompletableFuture.supplyAsync(
            () ->
                EmbeddedDatabase.start(
                    options.data().resolve("postgres"), keys.resolve("database.properties")));
    return serve(
        application, options, keyring, starting.thenApply(EmbeddedDatabase::access), starting);
  }

  private static int serve(
      Class<?> application,
      LaunchOptions options,
      Keyring keyring,
      CompletableFuture<DatabaseAccess> access,
      @Nullable CompletableFuture<EmbeddedDatabase> embedded) {
    var ended = new CountDownLatch(1);
    var stopping = new CountDownLatch(1);
    ConfigurableApplicationContext context = null;
    int status = 0;
    Thread hook = new Thread(() -> stopAndWait(stopping, ended), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      context = start(application, options, keyring, access, embedded != null);
      console().println(context.getBean(Greeting.class).text());
      if (!options.train()) {
        stopping.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      console().println("Lá Chắn could not start: " + rootMessage(e));
      status = 1;
    } finally {
      if (context != null) {
        context.close();
      }
      closeDatabase(embedded);
      ended.countDown();
    }
    return status;
  }

  private static void stopAndWait(CountDownLatch stopping, CountDownLatch ended) {
    stopping.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeDatabase(@Nullable CompletableFuture<EmbeddedDatabase> embedded) {
    if (embedded == null) {
      return;
    }
    try {
      embedded.join().close();
    } catch (CompletionException e) {
      console().println(rootMessage(e));
    }
  }

  private static ConfigurableApplicationContext start(
      Class<?> application,
      LaunchOptions options,
      Keyring keyring,
      CompletableFuture<DatabaseAccess> access,
      boolean embedded) {
    var spring = new SpringApplication(application);
    spring.setRegisterShutdownHook(false);
    spring.setDefaultProperties(defaults(options, embedded));
    spring.addInitializers(beans(keyring, access), new EncryptionInitializer(local(options)));
    if (embedded) {
      spring.addInitializers(localCluster(options.data()));
    }
    List<String> arguments = new ArrayList<>(options.settings());
    Path file = options.data().resolve(SettingsCommand.FILE);
    if (Files.exists(file)) {
      SettingsCatalogue.refuseUnknown(
          SettingsCommand.readFile(options.data()).stringPropertyNames(), file.toString());
      arguments.add("--spring.config.additional-location=file:" + file);
    }
    if (options.publicUrl() != null) {
      arguments.add("--program.public-url=" + options.publicUrl());
    }
    return spring.run(arguments.toArray(String[]::new));
  }

  private static @Nullable LocalAuthority local(LaunchOptions options) {
    if (!options.lan()) {
      return null;
    }
    var authority = new LocalAuthority(options.data().resolve("certificates"));
    authority.prepare(Clock.systemUTC().instant());
    return authority;
  }

  /** The beans that must exist before Spring looks for any. */
  public static ApplicationContextInitializer<ConfigurableApplicationContext> beans(
      Keyring keyring, CompletableFuture<DatabaseAccess> access) {
    return context -> {
      var beans = (GenericApplicationContext) context;
      beans.registerBean(Keyring.class, () -> keyring);
      beans.registerBean(DatabaseAccess.class, access::join);
    };
  }

  /** Present only where the program brings its own database. */
  private static ApplicationContextInitializer<ConfigurableApplicationContext> localCluster(
      Path data) {
    return context ->
        ((GenericApplicationContext) context)
            .registerBean(LocalCluster.class, () -> new LocalCluster(data));
  }

  private static Map<String, Object> defaults(LaunchOptions options, boolean embedded) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    boolean demo =
        switch (options.demo()) {
          case SMALL -> true;
          case EMPTY -> false;
          case UNSAID -> embedded;
        };
    defaults.put("program.data-folder", options.data().toString());
    defaults.put("program.demo", demo ? "small" : "none");
    defaults.put("program.drill", Boolean.toString(demo));
    defaults.put("spring.servlet.multipart.location", uploads(options.data()).toString());
    defaults.put("server.port", Integer.toString(options.port()));
    if (options.lan()) {
      LocalAuthority.addresses().stream()
          .findFirst()
          .ifPresent(
              address ->
                  defaults.put("program.public-url", "https://" + address + ":" + options.port()));
    }
    return defaults;
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof OperatingException ? String.valueOf(root.getMessage()) : root.toString();
  }

  static PrintStream console() {
    return System.out;
  }
}
