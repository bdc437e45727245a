package vn.lachan.app.program;

/**
 * The settings of the embedded database. Small memory, full durability, and a log that never holds
 * a statement's values: an error names the statement's place in the program by its correlation id
 * instead.
 */
final class PostgresConfiguration {
  static final String HOST_BASED_ACCESS =
      """
      # Written by the program at every start. No line trusts anybody without a password.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private PostgresConfiguration() {}

  static String settings(int port) {
    return """
        # Written by the program at every start.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        password_encryption = 'scram-sha-256'
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        max_connections = 60
        shared_buffers = '160MB'
        effective_cache_size = '1GB'
        work_mem = '16MB'
        maintenance_work_mem = '128MB'
        wal_compression = on
        max_wal_size = '2GB'
        checkpoint_timeout = '15min'
        random_page_cost = 1.1
        jit = off
        io_method = sync
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_checkpoints = off
        """
        .formatted(port);
  }
}
