package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.sheet.SheetNote;

/** Imports, their files and what columns meant before. */
@Component
class ImportTable {
  private static final int LISTED_MOST = 100;
  private static final String COLUMNS =
      """
      i.id, i.account, i.created_at, i.file_key, i.file_name, i.notes, i.sheet, i.header_line,
      i.columns, i.districts, i.default_unit, i.default_type, i.started_at, i.job, i.undone_at
      """;

  private final JdbcClient jdbc;

  ImportTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An import as it is stored; the file's name is sealed. */
  record Stored(
      UUID id,
      long account,
      Instant createdAt,
      byte[] key,
      byte[] fileName,
      List<SheetNote> notes,
      ImportPlan plan,
      @Nullable Instant startedAt,
      @Nullable UUID job,
      @Nullable Instant undoneAt) {
    boolean isPlanned() {
      return !plan.columns().isEmpty();
    }
  }

  /** What columns of a header meant before. */
  record Mapping(List<@Nullable ImportField> columns, boolean districts) {}

  void insert(
      UUID id, long account, byte[] key, byte[] fileName, List<SheetNote> notes, Instant now) {
    jdbc.sql(
            """
            insert into places.import (id, account, created_at, file_key, file_name, notes)
            values (:id, :account, :now, :key, :fileName, :notes)
            """)
        .param("id", id)
        .param("account", account)
        .param("now", Timestamp.from(now))
        .param("key", key)
        .param("fileName", fileName)
        .param(
            "notes",
            notes.stream().map(note -> note.code() + ":" + note.count()).toArray(String[]::new))
        .update();
  }

  void insertPart(UUID id, int number, byte[] content) {
    jdbc.sql("insert into places.import_part (import, number, content) values (:id, :number, :c)")
        .param("id", id)
        .param("number", number)
        .param("c", content)
        .update();
  }

  List<byte[]> parts(UUID id) {
    return jdbc.sql("select content from places.import_part where import = :id order by number")
        .param("id", id)
        .query((row, index) -> Objects.requireNonNull(row.getBytes(1)))
        .list();
  }

  void deleteParts(UUID id) {
    jdbc.sql("delete from places.import_part where import = :id").param("id", id).update();
  }

  /** Empty for anybody but the account that began it. */
  Optional<Stored> find(UUID id, long account, boolean locked) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from places.import i where i.id = :id and i.account = :account"
                + (locked ? " for update" : ""))
        .param("id", id)
        .param("account", account)
        .query(ImportTable::stored)
        .optional();
  }

  List<Stored> latest(long account) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from places.import i where i.account = :account"
                + " order by i.created_at desc limit :rows")
        .param("account", account)
        .param("rows", LISTED_MOST)
        .query(ImportTable::stored)
        .list();
  }

  void setPlan(UUID id, ImportPlan plan) {
    jdbc.sql(
            """
            update places.import set sheet = :sheet, header_line = :header, columns = :columns,
              districts = :districts, default_unit = :unit, default_type = :type
            where id = :id
            """)
        .param("id", id)
        .param("sheet", plan.sheet())
        .param("header", plan.headerLine())
        .param("columns", names(plan.columns()))
        .param("districts", plan.districts())
        .param("unit", plan.defaultUnit())
        .param("type", plan.defaultType())
        .update();
  }

  void setStarted(UUID id, Instant now) {
    jdbc.sql("update places.import set started_at = :now where id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  void setJob(UUID id, UUID job) {
    jdbc.sql("update places.import set job = :job where id = :id")
        .param("id", id)
        .param("job", job)
        .update();
  }

  void setUndone(UUID id, Instant now) {
    jdbc.sql("update places.import set undone_at = :now where id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The account's own mapping counts before one of the same unit. */
  Optional<Mapping> mapping(byte[] fingerprint, long account, int unit) {
    return jdbc.sql(
            """
            select columns, districts from places.import_mapping
            where fingerprint = :fingerprint and (account = :account or unit = :unit)
            order by account = :account desc, updated_at desc limit 1
            """)
        .param("fingerprint", fingerprint)
        .param("account", account)
        .param("unit", unit)
        .query((row, index) -> new Mapping(fields(row), row.getBoolean("districts")))
        .optional();
  }

  void remember(byte[] fingerprint, long account, int unit, ImportPlan plan, Instant now) {
    jdbc.sql(
            """
            insert into places.import_mapping
              (account, fingerprint, unit, columns, districts, updated_at)
            values (:account, :fingerprint, :unit, :columns, :districts, :now)
            on conflict (account, fingerprint) do update set unit = excluded.unit,
              columns = excluded.columns, districts = excluded.districts,
              updated_at = excluded.updated_at
            """)
        .param("account", account)
        .param("fingerprint", fingerprint)
        .param("unit", unit)
        .param("columns", names(plan.columns()))
        .param("districts", plan.districts())
        .param("now", Timestamp.from(now))
        .update();
  }

  Map<String, String> typeWords(long account) {
    Map<String, String> words = new HashMap<>();
    jdbc.sql("select word, type from places.import_word where account = :account")
        .param("account", account)
        .query((row, index) -> words.put(row.getString(1), row.getString(2)))
        .list();
    return words;
  }

  void rememberWord(long account, String word, String type) {
    jdbc.sql(
            """
            insert into places.import_word (account, word, type) values (:account, :word, :type)
            on conflict (account, word) do update set type = excluded.type
            """)
        .param("account", account)
        .param("word", word)
        .param("type", type)
        .update();
  }

  /** Files that nobody began to import, and imports whose time is over. */
  int deleteOld(Instant uploadedBefore, Instant createdBefore) {
    return jdbc.sql(
            """
            delete from places.import
            where created_at < :created or (started_at is null and created_at < :uploaded)
            """)
        .param("created", Timestamp.from(createdBefore))
        .param("uploaded", Timestamp.from(uploadedBefore))
        .update();
  }

  private static String[] names(List<@Nullable ImportField> columns) {
    return columns.stream().map(field -> field == null ? "" : field.name()).toArray(String[]::new);
  }

  private static List<@Nullable ImportField> fields(ResultSet row) throws SQLException {
    List<@Nullable ImportField> fields = new ArrayList<>();
    for (String name : texts(row, "columns")) {
      fields.add(name.isEmpty() ? null : ImportField.valueOf(name));
    }
    return fields;
  }

  private static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) Objects.requireNonNull(row.getArray(column)).getArray();
  }

  private static Stored stored(ResultSet row, int index) throws SQLException {
    var plan =
        new ImportPlan(
            row.getInt("sheet"),
            row.getInt("header_line"),
            fields(row),
            row.getBoolean("districts"),
            row.getObject("default_unit", Integer.class),
            row.getString("default_type"));
    return new Stored(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getLong("account"),
        Objects.requireNonNull(PlaceCardTable.instant(row, "created_at")),
        Objects.requireNonNull(row.getBytes("file_key")),
        Objects.requireNonNull(row.getBytes("file_name")),
        Arrays.stream(texts(row, "notes")).map(ImportTable::note).toList(),
        plan,
        PlaceCardTable.instant(row, "started_at"),
        row.getObject("job", UUID.class),
        PlaceCardTable.instant(row, "undone_at"));
  }

  private static SheetNote note(String written) {
    int colon = written.lastIndexOf(':');
    return new SheetNote(
        written.substring(0, colon), Integer.parseInt(written.substring(colon + 1)));
  }
}
