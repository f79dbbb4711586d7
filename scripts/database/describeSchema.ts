import { withClient } from "./withClient";

/** The parts of a database in reading order. Each query gives one text a row. */
const PARTS = [
  `select format('CREATE TYPE %I AS ENUM (%s);', t.typname,
       string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder))
     from pg_type t join pg_enum e on e.enumtypid = t.oid
     where t.typnamespace = 'public'::regnamespace group by t.typname order by t.typname`,
  `select format(E'CREATE TABLE %I (\\n%s\\n);', c.relname, string_agg(format('  %I %s%s%s', a.attname,
       format_type(a.atttypid, a.atttypmod),
       case when a.attnotnull then ' NOT NULL' else '' end,
       coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' order by a.attname))
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
     group by c.relname order by c.relname`,
  `select format('ALTER TABLE %s ADD CONSTRAINT %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid))
     from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
       and conrelid <> coalesce(to_regclass('_prisma_migrations'), 0::regclass)
     order by conrelid::regclass::text collate "C", conname`,
  `select indexdef || ';' from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations'
       and indexname not in (select conname from pg_constraint where contype in ('p', 'u', 'x'))
     order by tablename, indexname`,
  `select pg_get_functiondef(oid) || ';' from pg_proc where pronamespace = 'public'::regnamespace order by proname, oid`,
  `select pg_get_triggerdef(oid) || ';' from pg_trigger where not tgisinternal and tgrelid::regclass::text not like '%.%'
     order by tgrelid::regclass::text collate "C", tgname`,
];

/**
 * The whole schema of a database as text: types, tables, constraints, indexes, functions, triggers. It leaves out the
 * writer's own functions, which stand in src/server/writer/sql.
 */
export async function describeSchema(databaseUrl: string): Promise<string> {
  return withClient(databaseUrl, async (client) => {
    const texts: string[] = [];
    for (const text of PARTS) {
      const { rows } = await client.query<[string]>({ text, rowMode: "array" });
      texts.push(...rows.map(([each]) => each));
    }
    return `${texts.join("\n\n")}\n`;
  });
}
