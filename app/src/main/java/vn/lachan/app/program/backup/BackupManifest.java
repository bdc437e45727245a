package vn.lachan.app.program.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds and what it needs.
 *
 * @param format version of this layout
 * @param program version of the program that made it
 * @param migrations versions of the schema's migrations that were applied
 * @param postgres version of PostgreSQL
 * @param machine kind of processor, since the files are PostgreSQL's own
 * @param system PostgreSQL's identifier of the cluster
 * @param masterVersions versions of the master key that its sealed rows need; never the key itself
 * @param rows rows a table when it ended
 * @param folders folders of the cluster, also those that are empty
 */
record BackupManifest(
    int format,
    String id,
    String program,
    List<String> migrations,
    String postgres,
    String machine,
    String system,
    Instant startedAt,
    Instant endedAt,
    String endPosition,
    boolean sealed,
    Set<Integer> masterVersions,
    Map<String, Long> rows,
    List<String> folders,
    List<StoredFile> files) {
  static final int FORMAT = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * One file of the cluster.
   *
   * @param path within the cluster
   * @param bytes as it was, and {@code storedBytes} as it lies in the backup
   * @param sha256 of what lies in the backup
   */
  record StoredFile(String path, long bytes, long storedBytes, String sha256) {}

  byte[] toJson() {
    return MAPPER.writeValueAsBytes(this);
  }

  static BackupManifest fromJson(byte[] json) {
    try {
      return MAPPER.readValue(json, BackupManifest.class);
    } catch (JacksonException e) {
      throw Words.refusal("damaged", BackupFolder.MANIFEST);
    }
  }

  long bytes() {
    return files.stream().mapToLong(StoredFile::bytes).sum();
  }

  long storedBytes() {
    return files.stream().mapToLong(StoredFile::storedBytes).sum();
  }
}
