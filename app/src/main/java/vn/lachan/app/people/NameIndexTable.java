package vn.lachan.app.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens of names, one row a record. */
@Component
class NameIndexTable {
  private final JdbcClient jdbc;

  NameIndexTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes the tokens beside the records' versions, in the transaction that wrote the records. */
  void replace(Map<Long, Short[]> tokens, int keyVersion) {
    jdbc.sql(
            """
            insert into people.name_index (person, unit_id, tokens, person_version, key_version)
            select p.number, p.unit_id, new.tokens::smallint[], p.version, :key
            from unnest(:persons::bigint[], :tokens::text[]) as new (person, tokens)
            join people.person p on p.number = new.person
            on conflict (person) do update
            set unit_id = excluded.unit_id, tokens = excluded.tokens,
                person_version = excluded.person_version, key_version = excluded.key_version
            """)
        .param("persons", PersonTable.numbers(tokens.keySet()))
        .param("tokens", tokens.values().stream().map(NameIndexTable::array).toArray(String[]::new))
        .param("key", keyVersion)
        .update();
  }

  /** The way PostgreSQL writes an array. */
  static String array(Short[] tokens) {
    return Arrays.stream(tokens).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  int forget(Collection<Long> persons) {
    return jdbc.sql("delete from people.name_index where person = any(:persons)")
        .param("persons", PersonTable.numbers(persons))
        .update();
  }

  /**
   * Records that have one token of every set. The sets stand as conditions of their own, so that
   * the index skips along the rarest and never reads the whole list of a common one.
   *
   * @param sets at least one
   */
  List<Long> withAll(List<Set<Short>> sets, NameArea area, int most) {
    Map<String, Object> values = new LinkedHashMap<>(area.reach().parameters());
    var conditions = new StringBuilder();
    for (int position = 0; position < sets.size(); position++) {
      conditions.append(" and i.tokens && :set").append(position);
      values.put("set" + position, sets.get(position).toArray(Short[]::new));
    }
    if (area.unit() != null) {
      conditions.append(
          " and i.unit_id in (select unit_id from units.within where ancestor_id = :unit)");
      values.put("unit", area.unit());
    }
    return jdbc.sql(
            """
            select i.person from people.name_index i where %s%s limit :most
            """
                .formatted(area.reach().sql("i.unit_id", null, null), conditions))
        .params(values)
        .param("most", most)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  /** Every further query of this transaction ends after so long. */
  void limitTime(int milliseconds) {
    jdbc.sql("select set_config('statement_timeout', :longest, true)")
        .param("longest", Integer.toString(milliseconds))
        .query(rows -> {});
  }

  /** The commonest tokens with the share of records that have them, as the planner knows them. */
  Map<Short, Double> commonest() {
    return jdbc.sql(
            """
            select c.token, c.share
            from pg_stats s,
                 unnest(s.most_common_elems::text::smallint[], s.most_common_elem_freqs)
                   as c (token, share)
            where s.schemaname = 'people' and s.tablename = 'name_index'
              and s.attname = 'tokens' and c.token is not null
            """)
        .query(
            rows -> {
              Map<Short, Double> shares = new LinkedHashMap<>();
              while (rows.next()) {
                shares.put(rows.getShort(1), rows.getDouble(2));
              }
              return shares;
            });
  }

  /** About how many records there are. */
  double records() {
    return jdbc.sql(
            """
            select greatest(reltuples, 0)::float8 from pg_class
            where oid = 'people.name_index'::regclass
            """)
        .query(Double.class)
        .single();
  }

  /** Locks the next records whose tokens are missing or older than the record or the key. */
  List<PersonRow> outdated(long after, int keyVersion, int rows) {
    return jdbc.sql(
            """
            select %s from people.person p
            left join people.name_index i on i.person = p.number
            where p.number > :after and p.wrapped_key is not null
              and (i.person is null or i.person_version <> p.version or i.key_version <> :key)
            order by p.number
            limit :rows
            for update of p
            """
                .formatted(PersonTable.COLUMNS))
        .param("after", after)
        .param("key", keyVersion)
        .param("rows", rows)
        .query(PersonTable::row)
        .list();
  }

  long countOutdated(int keyVersion) {
    return jdbc.sql(
            """
            select count(*) from people.person p
            left join people.name_index i on i.person = p.number
            where p.wrapped_key is not null
              and (i.person is null or i.person_version <> p.version or i.key_version <> :key)
            """)
        .param("key", keyVersion)
        .query(Long.class)
        .single();
  }
}
