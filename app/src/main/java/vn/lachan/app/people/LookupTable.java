package vn.lachan.app.people;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Keyring;

/** Keyed hashes: written under the newest version of the key, looked for under all. */
@Component
class LookupTable {
  /** Records looked at for one hash; a made-up phone may stand on thousands. */
  static final int CANDIDATES_MOST = 50;

  private static final int LOCKS = 1024;
  private static final int LOCK_SPACE = 0x70656F70;

  private final JdbcClient jdbc;
  private final Keyring keyring;

  LookupTable(JdbcClient jdbc, Keyring keyring) {
    this.jdbc = jdbc;
    this.keyring = keyring;
  }

  /** Makes a record findable by exactly these, besides the devices it shares. */
  void replace(long person, Collection<LookupValue> values) {
    clear(List.of(person));
    add(person, values);
  }

  /** Takes away by what these are found, but for the devices they share. */
  void clear(Collection<Long> persons) {
    jdbc.sql("delete from people.lookup where person = any(:persons) and kind <> :device")
        .param("persons", PersonTable.numbers(persons))
        .param("device", LookupKind.DEVICE_NAME.number())
        .update();
  }

  void add(long person, Collection<LookupValue> values) {
    addAll(Map.of(person, values));
  }

  void addAll(Map<Long, ? extends Collection<LookupValue>> valuesByPerson) {
    List<Long> persons = new ArrayList<>();
    List<Short> kinds = new ArrayList<>();
    List<byte[]> hashes = new ArrayList<>();
    valuesByPerson.forEach(
        (person, values) ->
            values.forEach(
                value -> {
                  persons.add(person);
                  kinds.add(value.kind().number());
                  hashes.add(hash(value));
                }));
    jdbc.sql(
            """
            insert into people.lookup (kind, hash, person, key_version)
            select kind, hash, person, :version
            from unnest(:kinds::smallint[], :hashes::bytea[], :persons::bigint[])
              as new (kind, hash, person)
            on conflict do nothing
            """)
        .param("version", keyring.lookupVersion())
        .param("kinds", kinds.toArray(Short[]::new))
        .param("hashes", hashes.toArray(byte[][]::new))
        .param("persons", PersonTable.numbers(persons))
        .update();
  }

  int forget(Collection<Long> persons) {
    return jdbc.sql("delete from people.lookup where person = any(:persons)")
        .param("persons", PersonTable.numbers(persons))
        .update();
  }

  byte[] hash(LookupValue value) {
    return keyring.hash(value.kind().space(), value.text());
  }

  /** Whoever each claim may speak of, in one query; positions are those of the list. */
  Hits named(List<Claim> claims) {
    var asked = new Asked();
    for (int position = 0; position < claims.size(); position++) {
      Claim claim = claims.get(position);
      ask(asked, position, claim, false);
      if (claim.deviceToken() != null) {
        asked.add(
            position,
            Candidate.DEVICE,
            keyring.hashes(LookupKind.DEVICE_SPACE, claim.deviceToken()));
      }
    }
    return hits(asked);
  }

  /** Whom the claims at these positions could be, where they speak of nobody known. */
  Hits suspected(List<Claim> claims, Collection<Integer> positions) {
    var asked = new Asked();
    positions.forEach(position -> ask(asked, position, claims.get(position), true));
    return hits(asked);
  }

  /** Records found by a value, each standing one once, in the order of their public ids. */
  List<Long> standing(LookupValue value, Reach reach, @Nullable String after, int rows) {
    return jdbc.sql(
            """
            with recursive hit as (
              select distinct l.person from people.lookup l
              where l.kind = :kind and l.hash = any(:hashes)),
            up (record, at) as (
              select person, person from hit
              union
              select up.record, a.same_as from up join people.alias a on a.person = up.at)
            select s.number
            from people.person s
            where s.number in (
              select up.at from up join people.person p on p.number in (up.record, up.at)
              where not exists (select 1 from people.alias a where a.person = up.at)
                and %s)
              and (:after::uuid is null or s.public_id > :after::uuid)
            order by s.public_id
            limit :rows
            """
                .formatted(reach.sql("p.unit_id", null, null)))
        .param("kind", value.kind().number())
        .param("hashes", hashes(value).toArray(byte[][]::new))
        .param("after", after)
        .param("rows", rows)
        .params(reach.parameters())
        .query((row, index) -> row.getLong(1))
        .list();
  }

  List<Long> persons(LookupValue value) {
    return jdbc.sql(
            """
            select distinct person from people.lookup
            where kind = :kind and hash = any(:hashes) order by person
            """)
        .param("kind", value.kind().number())
        .param("hashes", hashes(value).toArray(byte[][]::new))
        .query((row, index) -> row.getLong(1))
        .list();
  }

  /**
   * Waits until nobody else identifies by one of these; held to the end of the transaction. Hashes
   * share a fixed number of locks, because the server has room for some thousands in all.
   */
  void lock(List<Claim> claims) {
    Integer[] keys =
        claims.stream()
            .flatMap(claim -> LookupValue.of(claim).stream())
            .filter(value -> value.kind() != LookupKind.NAME_YEAR_UNIT)
            .map(value -> Math.floorMod(ByteBuffer.wrap(hash(value)).getInt(), LOCKS))
            .sorted()
            .distinct()
            .toArray(Integer[]::new);
    jdbc.sql("select pg_advisory_xact_lock(:space, key) from unnest(:keys::int[]) as key")
        .param("space", LOCK_SPACE)
        .param("keys", keys)
        .query(rows -> {});
  }

  private List<byte[]> hashes(LookupValue value) {
    return keyring.hashes(value.kind().space(), value.text());
  }

  private void ask(Asked asked, int position, Claim claim, boolean onlySuspects) {
    for (LookupValue value : LookupValue.of(claim)) {
      if (value.kind().onlySuspects() == onlySuspects) {
        asked.add(position, value.kind().number(), hashes(value));
      }
    }
  }

  private Hits hits(Asked asked) {
    if (asked.positions.isEmpty()) {
      return Hits.NONE;
    }
    List<Hits.Hit> hits = new ArrayList<>();
    Map<Long, PersonRow> rows = new HashMap<>();
    jdbc.sql(
            """
            with asked as (
              select * from unnest(:positions::int[], :kinds::smallint[], :hashes::bytea[])
                as a (position, kind, hash)),
            found as (
              select asked.position, asked.kind, l.person
              from asked cross join lateral (
                select person from people.lookup
                where hash = asked.hash and kind = asked.kind
                order by person limit :most) l
              where asked.kind <> 0
              union all
              select asked.position, asked.kind, d.person
              from asked join people.device d on d.token_hash = asked.hash
              where asked.kind = 0 and d.revoked_at is null),
            counted as (
              select *, row_number() over (partition by person) as nth from found)
            select counted.position, counted.kind as found_by, counted.person, %s
            from counted
            left join people.person p
              on p.number = counted.person and counted.nth = 1 and p.wrapped_key is not null
            """
                .formatted(PersonTable.COLUMNS))
        .param("positions", asked.positions.toArray(Integer[]::new))
        .param("kinds", asked.kinds.toArray(Short[]::new))
        .param("hashes", asked.hashes.toArray(byte[][]::new))
        .param("most", CANDIDATES_MOST)
        .query(
            row -> {
              long person = row.getLong("person");
              hits.add(new Hits.Hit(row.getInt("position"), row.getShort("found_by"), person));
              if (row.getBytes("sealed") != null) {
                rows.put(person, PersonTable.row(row, 0));
              }
            });
    return new Hits(hits, rows);
  }

  /** Columns of what is asked for. */
  private static final class Asked {
    private final List<Integer> positions = new ArrayList<>();
    private final List<Short> kinds = new ArrayList<>();
    private final List<byte[]> hashes = new ArrayList<>();

    void add(int position, short kind, List<byte[]> versions) {
      for (byte[] hash : versions) {
        positions.add(position);
        kinds.add(kind);
        hashes.add(hash);
      }
    }
  }
}
